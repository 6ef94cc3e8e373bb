namespace Storyprint.Web.Serving.Pages;

/// <summary>What releases took from memory lately, for renderings that began before: what they read may be older than the release.</summary>
internal sealed class Forgettings
{
    // A rendering that began before all of these is not kept.
    private const int Most = 64;

    private readonly Queue<(long Sequence, HashSet<ulong>? Tags)> newest = new();
    private long sequence;

    /// <summary>A number that grows with each.</summary>
    public long Sequence => Volatile.Read(ref sequence);

    /// <param name="tags">Null for everything.</param>
    public void Add(HashSet<ulong>? tags)
    {
        Volatile.Write(ref sequence, sequence + 1);
        newest.Enqueue((sequence, tags));
        if (newest.Count > Most)
        {
            newest.Dequeue();
        }
    }

    /// <summary>Whether anything a page depends on was forgotten since its rendering began.</summary>
    public bool Include(TagSet tags, long began) => began != sequence
        && (began + 1 < newest.Peek().Sequence || newest.Any(one => one.Sequence > began && (one.Tags is null || tags.Overlaps(one.Tags))));
}
