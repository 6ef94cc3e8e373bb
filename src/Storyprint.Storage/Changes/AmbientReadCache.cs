using System.Collections.Concurrent;

namespace Storyprint.Storage.Changes;

/// <summary>
/// Caches reads that several pages rendered one after the other share, such as the files of one story: each query runs once, and all pages show one moment.
/// Only for archives; readers' pages always query again.
/// </summary>
public sealed class AmbientReadCache
{
    private static readonly AsyncLocal<AmbientReadCache?> Shared = new();

    private readonly ConcurrentDictionary<object, object?> values = new();

    /// <summary>From here on, in this method and everything it calls, each query runs once.</summary>
    public static void Begin() => Shared.Value = new AmbientReadCache();

    internal static bool IsShared => Shared.Value is not null;

    /// <param name="what">The key of what is read, compared by value.</param>
    public static async Task<T> GetOrAddAsync<T>(object what, Func<Task<T>> read)
    {
        if (Shared.Value is not { } shared)
        {
            return await read();
        }

        if (!shared.values.TryGetValue(what, out var found))
        {
            shared.values[what] = found = await read();
        }

        return (T)found!;
    }
}
