namespace Storyprint.Web.Caching;

/// <summary>
/// Decides which pages are evicted when the cache is over its capacity: S3-FIFO (Yang and others, SOSP 2023). A new page waits in a small queue and is
/// evicted unless it is asked for again, so a crawl through a million old pages evicts none that readers ask for. Not thread-safe: the cache holds its lock.
/// </summary>
/// <param name="capacity">In bytes, as it is set now.</param>
internal sealed class PageEviction(Func<long> capacity)
{
    // The small queue's share of the bytes, and how many hits promote a page from it to the main one: as in the paper.
    private const double SmallShare = 0.1;
    private const int PromotionHits = 2;

    private readonly Queue<CacheEntry> small = new();
    private readonly Queue<CacheEntry> main = new();
    private readonly GhostList ghosts = new();
    private long smallBytes;
    private long mainBytes;
    private int count;

    public long Bytes => Volatile.Read(ref smallBytes) + Volatile.Read(ref mainBytes);

    public void Add(CacheEntry entry)
    {
        count++;
        entry.IsMain = ghosts.Remove(entry.Key);
        Enqueue(entry);
    }

    /// <summary>Takes an entry out. It stays in its queue, without its page, until the queue comes to it.</summary>
    public void Remove(CacheEntry entry)
    {
        count--;
        BytesOf(entry) -= entry.Size;
        entry.Page = null;
    }

    /// <summary>Takes out an entry that will be rendered again: one of the main queue goes straight back there.</summary>
    public void RemoveUntilRendered(CacheEntry entry)
    {
        Remove(entry);
        if (entry.IsMain)
        {
            Remember(entry);
        }
    }

    /// <param name="size">In bytes.</param>
    public void Resize(CacheEntry entry, int size)
    {
        BytesOf(entry) += size - entry.Size;
        entry.Size = size;
    }

    public void Clear()
    {
        small.Clear();
        main.Clear();
        (smallBytes, mainBytes, count) = (0, 0, 0);
    }

    /// <summary>Evicts until the pages fit the capacity.</summary>
    /// <returns>The keys that were evicted.</returns>
    public IReadOnlyList<string> Evict()
    {
        Compact(small);
        Compact(main);
        List<string>? evicted = null;
        var most = Math.Max(0, capacity());
        while (smallBytes + mainBytes > most)
        {
            if ((smallBytes > most * SmallShare || mainBytes == 0 ? EvictFromSmall() : EvictFromMain()) is { } key)
            {
                (evicted ??= []).Add(key);
            }
        }

        return evicted ?? [];
    }

    // Null where the next of the queue was promoted to the main one, or removed before.
    private string? EvictFromSmall()
    {
        var entry = small.Dequeue();
        if (entry.Page is null)
        {
            return null;
        }

        if (entry.Hits >= PromotionHits)
        {
            smallBytes -= entry.Size;
            (entry.Hits, entry.IsMain) = (0, true);
            Enqueue(entry);
            return null;
        }

        Remove(entry);
        Remember(entry);
        return entry.Key;
    }

    // Null where the next of the queue had a hit and stays, or was removed before.
    private string? EvictFromMain()
    {
        var entry = main.Dequeue();
        if (entry.Page is null)
        {
            return null;
        }

        if (entry.Hits > 0)
        {
            entry.Hits--;
            main.Enqueue(entry);
            return null;
        }

        Remove(entry);
        return entry.Key;
    }

    private void Enqueue(CacheEntry entry)
    {
        (entry.IsMain ? main : small).Enqueue(entry);
        BytesOf(entry) += entry.Size;
    }

    private void Remember(CacheEntry entry) => ghosts.Add(entry.Key, Math.Max(1000, count));

    private ref long BytesOf(CacheEntry entry) => ref (entry.IsMain ? ref mainBytes : ref smallBytes);

    // Drops the removed entries of a queue in which they are about half.
    private void Compact(Queue<CacheEntry> queue)
    {
        if (queue.Count > (2 * count) + 64)
        {
            var left = queue.Where(entry => entry.Page is not null).ToList();
            queue.Clear();
            left.ForEach(queue.Enqueue);
        }
    }
}
