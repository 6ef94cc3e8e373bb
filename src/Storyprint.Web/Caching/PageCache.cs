using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Storyprint.Web.Caching;

/// <summary>
/// Rendered pages in memory, up to a capacity in bytes. Eviction is S3-FIFO (Yang and others, SOSP 2023): a new page waits in a small queue and
/// is evicted unless it is asked for again, so a crawl through a million old pages evicts none that readers ask for. A hit takes no lock.
/// </summary>
internal sealed class PageCache(long capacity)
{
    // The small queue's share of the bytes, and how many hits promote a page from it to the main one: as in the paper.
    private const double SmallShare = 0.1;
    private const int PromotionHits = 2;
    private const int MaxHits = 3;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Queue<Entry> small = new();
    private readonly Queue<Entry> main = new();
    private readonly GhostList ghosts = new();
    private readonly RecentInvalidations invalidations = new();
    private long smallBytes;
    private long mainBytes;
    private bool isEnabled;

    public long Bytes => Volatile.Read(ref smallBytes) + Volatile.Read(ref mainBytes);

    public int Count => entries.Count;

    /// <summary>Grows with each invalidation: to be read before the first query of a render.</summary>
    public long Version => invalidations.Version;

    /// <summary>How many pages releases have invalidated.</summary>
    public long Invalidated { get; private set; }

    public bool TryGet(string key, [NotNullWhen(true)] out CachedPage? page)
    {
        if (entries.TryGetValue(key, out var entry))
        {
            // Two hits at once may count as one; the policy does not mind.
            if (entry.Hits < MaxHits)
            {
                entry.Hits++;
            }

            page = entry.Page;
            return page is not null;
        }

        page = null;
        return false;
    }

    /// <summary>The page, without counting as a hit.</summary>
    public CachedPage? Peek(string key) => entries.TryGetValue(key, out var entry) ? entry.Page : null;

    /// <summary>Adds a page, unless something it depends on was invalidated since its render began.</summary>
    /// <param name="began">The <see cref="Version"/> at its beginning.</param>
    public bool TryAdd(CachedPage page, long began)
    {
        var (key, size) = (page.Key, page.Size);
        lock (gate)
        {
            if (!isEnabled || size > capacity / 8 || invalidations.Affect(page.Tags, began))
            {
                return false;
            }

            if (entries.TryRemove(key, out var before))
            {
                Detach(before);
            }

            var entry = new Entry(key, page) { Size = size, IsMain = ghosts.Remove(key) };
            entries[key] = entry;
            Enqueue(entry);
            Evict();
            return true;
        }
    }

    /// <summary>Measures a page again that has been compressed.</summary>
    public void UpdateSize(CachedPage page)
    {
        lock (gate)
        {
            if (entries.TryGetValue(page.Key, out var entry) && entry.Page == page)
            {
                var growth = page.Size - entry.Size;
                entry.Size += growth;
                (entry.IsMain ? ref mainBytes : ref smallBytes) += growth;
                Evict();
            }
        }
    }

    /// <summary>Removes one page, which expired.</summary>
    public void Remove(CachedPage page)
    {
        lock (gate)
        {
            if (entries.TryGetValue(page.Key, out var entry) && entry.Page == page)
            {
                entries.TryRemove(page.Key, out _);
                Detach(entry);
            }
        }
    }

    /// <summary>Removes every page that depends on any of the tags; renders under way that do are not cached.</summary>
    /// <returns>The keys of those that had hits, most first.</returns>
    public IReadOnlyList<string> Invalidate(IReadOnlyCollection<string> tags)
    {
        var hashes = CacheTagSet.Hashes(tags);
        lock (gate)
        {
            invalidations.Add(hashes);
            var removed = entries.Values.Where(entry => entry.Page!.Tags.Overlaps(hashes)).ToList();
            foreach (var entry in removed)
            {
                entries.TryRemove(entry.Key, out _);
                Detach(entry);
                if (entry.IsMain)
                {
                    // Its next render goes into the main queue again.
                    ghosts.Add(entry.Key, Math.Max(1000, entries.Count));
                }
            }

            Invalidated += removed.Count;
            return [.. removed.Where(entry => entry.Hits > 0 || entry.IsMain).OrderByDescending(entry => entry.IsMain).ThenByDescending(entry => entry.Hits).Select(entry => entry.Key)];
        }
    }

    /// <summary>Clears it, and caches what is rendered from now on.</summary>
    public void Enable() => Clear(isEnabledAfter: true);

    /// <summary>Clears it, and caches nothing: releases cannot be observed now.</summary>
    public void Disable() => Clear(isEnabledAfter: false);

    private void Clear(bool isEnabledAfter)
    {
        lock (gate)
        {
            invalidations.Add(null);
            Invalidated += entries.Count;
            entries.Clear();
            small.Clear();
            main.Clear();
            (smallBytes, mainBytes, isEnabled) = (0, 0, isEnabledAfter);
        }
    }

    private void Enqueue(Entry entry)
    {
        (entry.IsMain ? main : small).Enqueue(entry);
        (entry.IsMain ? ref mainBytes : ref smallBytes) += entry.Size;
    }

    // Its place in the queue stays until the queue comes to it, and holds no page then.
    private void Detach(Entry entry)
    {
        (entry.IsMain ? ref mainBytes : ref smallBytes) -= entry.Size;
        entry.Page = null;
    }

    private void Evict()
    {
        RemoveDetached(small);
        RemoveDetached(main);
        while (smallBytes + mainBytes > capacity)
        {
            if (smallBytes > capacity * SmallShare || mainBytes == 0)
            {
                EvictFromSmall();
            }
            else
            {
                EvictFromMain();
            }
        }
    }

    private void EvictFromSmall()
    {
        var entry = small.Dequeue();
        if (entry.Page is null)
        {
            return;
        }

        smallBytes -= entry.Size;
        if (entry.Hits >= PromotionHits)
        {
            (entry.Hits, entry.IsMain) = (0, true);
            Enqueue(entry);
            return;
        }

        entry.Page = null;
        entries.TryRemove(entry.Key, out _);
        ghosts.Add(entry.Key, Math.Max(1000, entries.Count));
    }

    private void EvictFromMain()
    {
        var entry = main.Dequeue();
        if (entry.Page is null)
        {
            return;
        }

        if (entry.Hits > 0)
        {
            entry.Hits--;
            main.Enqueue(entry);
            return;
        }

        mainBytes -= entry.Size;
        entry.Page = null;
        entries.TryRemove(entry.Key, out _);
    }

    // What releases detached is taken out of a queue where it is half of it.
    private void RemoveDetached(Queue<Entry> queue)
    {
        if (queue.Count > (2 * entries.Count) + 64)
        {
            var left = queue.Where(entry => entry.Page is not null).ToList();
            queue.Clear();
            left.ForEach(queue.Enqueue);
        }
    }

    private sealed class Entry(string key, CachedPage page)
    {
        public string Key => key;

        /// <summary>Null once it was detached: a queue may still hold the entry, and must not hold the bytes.</summary>
        public CachedPage? Page { get; set; } = page;

        /// <summary>In bytes, as it was counted.</summary>
        public int Size { get; set; }

        public bool IsMain { get; set; }

        /// <summary>Since it entered its queue, at most <see cref="MaxHits"/>.</summary>
        public int Hits { get; set; }
    }
}
