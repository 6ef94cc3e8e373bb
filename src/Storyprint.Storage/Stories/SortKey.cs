namespace Storyprint.Storage.Stories;

/// <summary>
/// The number lists are ordered by: seconds of publication since 1970 in the high bits, the whole id of the story in the low ones. So no two stories have
/// the same, two of one second keep an order, and the search index, whose row numbers these are, gives newest first without sorting.
/// </summary>
public static class SortKey
{
    /// <summary>The most stories a publication can hold: 67 million.</summary>
    public const long MaxStoryId = (1L << IdBits) - 1;

    private const int IdBits = 26;

    // What is left for the seconds reaches some four thousand years to either side; a date beyond is ordered as the last there is.
    private const long MaxSeconds = long.MaxValue >> IdBits;

    /// <exception cref="InvalidOperationException">There is no room for another story: its key could be that of one that is there.</exception>
    public static long Create(DateTimeOffset publishedAt, long storyId) => storyId is >= 0 and <= MaxStoryId
        ? AtStartOf(publishedAt) | storyId
        : throw new InvalidOperationException($"A publication holds {MaxStoryId:N0} stories at most. Please tell the makers of Storyprint.");

    /// <summary>The smallest key of a second.</summary>
    public static long AtStartOf(DateTimeOffset instant) => Math.Clamp(instant.ToUnixTimeSeconds(), -MaxSeconds, MaxSeconds) << IdBits;

    public static DateTimeOffset TimeOf(long key) => DateTimeOffset.FromUnixTimeSeconds(key >> IdBits);

    /// <summary>The distance between two keys that lie so many days apart.</summary>
    public static long Days(int days) => (long)TimeSpan.FromDays(days).TotalSeconds << IdBits;
}
