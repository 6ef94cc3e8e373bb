namespace Storyprint.Storage.Stories;

/// <summary>
/// The number lists are ordered by: seconds of publication since 1970 in the high bits, the story's id in the low twenty, so that two
/// stories of one second keep an order and the search index, whose row numbers these are, gives newest first without sorting.
/// </summary>
public static class SortKey
{
    private const int IdBits = 20;

    public static long Create(DateTimeOffset publishedAt, long storyId) => AtStartOf(publishedAt) | (storyId & ((1L << IdBits) - 1));

    /// <summary>The smallest key of a second.</summary>
    public static long AtStartOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() << IdBits;

    public static DateTimeOffset TimeOf(long key) => DateTimeOffset.FromUnixTimeSeconds(key >> IdBits);

    /// <summary>The distance between two keys that lie so many days apart.</summary>
    public static long Days(int days) => (long)TimeSpan.FromDays(days).TotalSeconds << IdBits;
}
