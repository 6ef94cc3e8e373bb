namespace Storyprint.Web.Caching;

/// <summary>Recent invalidations, for renders that began before them and may have read older data.</summary>
internal sealed class RecentInvalidations
{
    // A render that began before all of these is not cached.
    private const int Capacity = 64;

    private readonly Queue<(long Version, HashSet<ulong>? Tags)> newest = new();
    private long version;

    /// <summary>Grows with each invalidation.</summary>
    public long Version => Volatile.Read(ref version);

    /// <param name="tags">Null invalidates everything.</param>
    public void Add(HashSet<ulong>? tags)
    {
        Volatile.Write(ref version, version + 1);
        newest.Enqueue((version, tags));
        if (newest.Count > Capacity)
        {
            newest.Dequeue();
        }
    }

    /// <summary>Whether anything a page depends on was invalidated since its render began.</summary>
    public bool Affect(CacheTagSet tags, long began) => began != version
        && (began + 1 < newest.Peek().Version || newest.Any(one => one.Version > began && (one.Tags is null || tags.Overlaps(one.Tags))));
}

/// <summary>
/// The cache tags of a page, each as a 64-bit hash: a page may show hundreds of stories, and thousands of pages are cached. A collision costs one unnecessary
/// render.
/// </summary>
internal readonly struct CacheTagSet(IEnumerable<string> tags)
{
    private readonly ulong[] hashes = [.. tags.Select(Hash).Distinct()];

    /// <summary>In bytes.</summary>
    public int Size => hashes.Length * sizeof(ulong);

    public bool Overlaps(HashSet<ulong> others)
    {
        foreach (var hash in hashes)
        {
            if (others.Contains(hash))
            {
                return true;
            }
        }

        return false;
    }

    public static HashSet<ulong> Hashes(IEnumerable<string> tags) => [.. tags.Select(Hash)];

    // FNV-1a, 64 bits.
    private static ulong Hash(string tag)
    {
        var hash = 14695981039346656037;
        foreach (var character in tag)
        {
            hash = (hash ^ character) * 1099511628211;
        }

        return hash;
    }
}
