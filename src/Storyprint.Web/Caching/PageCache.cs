using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Storyprint.Web.Caching;

/// <summary>Rendered pages in memory, up to a capacity in bytes; <see cref="PageEviction"/> decides which go when it is reached. A hit takes no lock.</summary>
/// <param name="capacity">In bytes, as it is set now.</param>
internal sealed class PageCache(Func<long> capacity)
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, CacheEntry> entries = new(StringComparer.Ordinal);
    private readonly PageEviction eviction = new(capacity);
    private readonly RecentInvalidations invalidations = new();
    private bool isEnabled;

    /// <param name="capacity">In bytes.</param>
    public PageCache(long capacity)
        : this(() => capacity)
    {
    }

    public long Bytes => eviction.Bytes;

    public int Count => entries.Count;

    /// <summary>Grows with each invalidation. Read it before the first query of a render.</summary>
    public long Version => invalidations.Version;

    /// <summary>How many pages were invalidated by releases.</summary>
    public long Invalidated { get; private set; }

    public bool TryGet(string key, [NotNullWhen(true)] out CachedPage? page)
    {
        if (entries.TryGetValue(key, out var entry))
        {
            // Two hits at once may count as one, which makes no difference to eviction.
            if (entry.Hits < CacheEntry.MaxHits)
            {
                entry.Hits++;
            }

            page = entry.Page;
            return page is not null;
        }

        page = null;
        return false;
    }

    /// <summary>The page, without counting a hit.</summary>
    public CachedPage? Peek(string key) => entries.TryGetValue(key, out var entry) ? entry.Page : null;

    /// <summary>Adds a page, unless something it depends on was invalidated since its render began.</summary>
    /// <param name="began">The <see cref="Version"/> at its beginning.</param>
    public bool TryAdd(CachedPage page, long began)
    {
        lock (gate)
        {
            if (!isEnabled || page.Size > capacity() / 8 || invalidations.Affect(page.Tags, began))
            {
                return false;
            }

            if (entries.TryRemove(page.Key, out var before))
            {
                eviction.Remove(before);
            }

            var entry = new CacheEntry(page);
            entries[page.Key] = entry;
            eviction.Add(entry);
            Evict();
            return true;
        }
    }

    /// <summary>Updates the size of a page that was compressed.</summary>
    public void UpdateSize(CachedPage page)
    {
        lock (gate)
        {
            if (entries.TryGetValue(page.Key, out var entry) && entry.Page == page)
            {
                eviction.Resize(entry, page.Size);
                Evict();
            }
        }
    }

    /// <summary>Removes an expired page.</summary>
    public void Remove(CachedPage page)
    {
        lock (gate)
        {
            if (entries.TryGetValue(page.Key, out var entry) && entry.Page == page)
            {
                entries.TryRemove(page.Key, out _);
                eviction.Remove(entry);
            }
        }
    }

    /// <summary>Removes every page that depends on any of the tags; renders in flight that do are not cached.</summary>
    /// <returns>The keys of those with hits, most hits first.</returns>
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
                eviction.RemoveUntilRendered(entry);
            }

            Invalidated += removed.Count;
            return [.. removed.Where(entry => entry.Hits > 0 || entry.IsMain).OrderByDescending(entry => entry.IsMain).ThenByDescending(entry => entry.Hits).Select(entry => entry.Key)];
        }
    }

    /// <summary>Clears the cache, and caches what is rendered from now on.</summary>
    public void Enable() => Clear(isEnabledAfter: true);

    /// <summary>Clears the cache: everything that pages depend on may have changed.</summary>
    public void Clear() => Clear(isEnabledAfter: null);

    /// <summary>Clears the cache, and caches nothing while releases cannot be observed.</summary>
    public void Disable() => Clear(isEnabledAfter: false);

    private void Clear(bool? isEnabledAfter)
    {
        lock (gate)
        {
            invalidations.Add(null);
            Invalidated += entries.Count;
            entries.Clear();
            eviction.Clear();
            isEnabled = isEnabledAfter ?? isEnabled;
        }
    }

    private void Evict()
    {
        foreach (var key in eviction.Evict())
        {
            entries.TryRemove(key, out _);
        }
    }
}
