namespace Storyprint.Storage.Stories;

/// <summary>
/// The sort key of lists: seconds of publication since 1970 in the high bits, the whole id of the story in the low ones. So no two stories share one, two of
/// the same second keep an order, and the search index, whose row numbers these are, returns newest first without sorting.
/// </summary>
public static class SortKey
{
    /// <summary>The largest number of stories a publication can hold: 67 million.</summary>
    public const long MaxStoryId = (1L << IdBits) - 1;

    private const int IdBits = 26;

    // The bits left for seconds reach some four thousand years either way; a later date is ordered as the last one possible.
    private const long MaxSeconds = long.MaxValue >> IdBits;

    /// <exception cref="InvalidOperationException">No key is left: this one could be that of another story.</exception>
    public static long Create(DateTimeOffset publishedAt, long storyId) => storyId is >= 0 and <= MaxStoryId
        ? AtStartOf(publishedAt) | storyId
        : throw new InvalidOperationException($"A publication holds {MaxStoryId:N0} stories at most. Please tell the makers of Storyprint.");

    /// <summary>The smallest key of a second.</summary>
    public static long AtStartOf(DateTimeOffset instant) => Math.Clamp(instant.ToUnixTimeSeconds(), -MaxSeconds, MaxSeconds) << IdBits;

    public static DateTimeOffset TimeOf(long key) => DateTimeOffset.FromUnixTimeSeconds(key >> IdBits);

    /// <summary>The difference of two keys so many days apart.</summary>
    public static long Days(int days) => (long)TimeSpan.FromDays(days).TotalSeconds << IdBits;
}
