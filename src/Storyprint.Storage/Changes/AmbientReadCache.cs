using System.Collections.Concurrent;

namespace Storyprint.Storage.Changes;

/// <summary>
/// What several pages share that are made one after the other, as the files of a story are: it is read once and all of them show it as of one moment.
/// Readers' pages are never made in this way; each of them asks anew.
/// </summary>
public sealed class AmbientReadCache
{
    private static readonly AsyncLocal<AmbientReadCache?> Shared = new();

    private readonly ConcurrentDictionary<object, object?> values = new();

    /// <summary>From here on, in this method and everything it calls, each query is run once.</summary>
    public static void Begin() => Shared.Value = new AmbientReadCache();

    internal static bool IsShared => Shared.Value is not null;

    /// <param name="what">Names what is read; a value.</param>
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
