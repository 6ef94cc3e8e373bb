namespace Storyprint.Web.Caching;

/// <summary>A page's place in <see cref="PageCache"/> and in the queues of <see cref="PageEviction"/>.</summary>
internal sealed class CacheEntry(CachedPage page)
{
    /// <summary>Hits beyond this number make no difference.</summary>
    public const int MaxHits = 3;

    public string Key { get; } = page.Key;

    /// <summary>Null once it was removed: a queue may still hold the entry, and must not hold the bytes.</summary>
    public CachedPage? Page { get; set; } = page;

    /// <summary>In bytes, as it was counted when the page was added or last measured.</summary>
    public int Size { get; set; } = page.Size;

    /// <summary>Whether it is in the main queue, and not in the small one.</summary>
    public bool IsMain { get; set; }

    /// <summary>Since it entered its queue, at most <see cref="MaxHits"/>.</summary>
    public int Hits { get; set; }
}
