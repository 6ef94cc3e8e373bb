using System.Collections.Concurrent;

namespace Storyprint.Storage.Changes;

/// <summary>
/// What several pages share that are made one after the other, as the files of a story are: it is read once and all of them show it as of one moment.
/// Readers' pages are never made in this way; each of them asks anew.
/// </summary>
public sealed class ReadOnce
{
    private static readonly AsyncLocal<ReadOnce?> Shared = new();

    private readonly ConcurrentDictionary<object, object?> known = new();

    /// <summary>Whatever is asked from here on in this method and in everything it calls is read once.</summary>
    public static void FromHereOn() => Shared.Value = new ReadOnce();

    internal static bool IsShared => Shared.Value is not null;

    /// <param name="what">Names what is read; a value.</param>
    public static async Task<T> OfAsync<T>(object what, Func<Task<T>> read)
    {
        if (Shared.Value is not { } shared)
        {
            return await read();
        }

        if (!shared.known.TryGetValue(what, out var found))
        {
            shared.known[what] = found = await read();
        }

        return (T)found!;
    }
}
