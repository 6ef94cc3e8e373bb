using Microsoft.AspNetCore.Http;
using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class PageEvictionTests
{
    private readonly CacheEntry[] entries = [.. Enumerable.Range(0, 12).Select(number => Entry($"/{(char)('a' + number)}"))];

    [Fact]
    public void While_everything_fits_nothing_is_evicted()
    {
        var eviction = With(capacity: entries.Sum(entry => (long)entry.Size), entries);
        Assert.Empty(eviction.Evict());
        Assert.Equal(entries.Sum(entry => (long)entry.Size), eviction.Bytes);
    }

    [Fact]
    public void The_oldest_page_that_nobody_asked_for_again_goes_first_and_one_with_two_hits_stays()
    {
        entries[0].Hits = 2;
        entries[1].Hits = 1;
        var eviction = With(capacity: 10L * entries[0].Size, entries);
        Assert.Equal(["/b", "/c"], eviction.Evict());
        Assert.True(entries[0].IsMain);
        Assert.Null(entries[1].Page);
        Assert.NotNull(entries[3].Page);
    }

    [Fact]
    public void A_page_that_comes_back_soon_after_it_was_evicted_goes_into_the_main_queue()
    {
        var eviction = With(capacity: 11L * entries[0].Size, entries);
        Assert.Equal(["/a"], eviction.Evict());
        CacheEntry back = Entry("/a"), other = Entry("/other");
        eviction.Add(back);
        eviction.Add(other);
        Assert.Equal((true, false), (back.IsMain, other.IsMain));
    }

    [Fact]
    public void A_removed_page_takes_its_bytes_along_and_is_not_evicted_once_more()
    {
        var eviction = With(capacity: 11L * entries[0].Size, entries);
        eviction.Remove(entries[0]);
        Assert.Empty(eviction.Evict());
        Assert.Equal(11L * entries[0].Size, eviction.Bytes);
        eviction.Add(Entry("/z"));
        Assert.Equal(["/b"], eviction.Evict());
    }

    [Fact]
    public void A_page_that_grew_is_counted_as_it_is_now()
    {
        var eviction = With(capacity: 12L * entries[0].Size, entries);
        eviction.Resize(entries[11], entries[11].Size + 1);
        Assert.Equal(["/a"], eviction.Evict());
        eviction.Clear();
        Assert.Equal(0, eviction.Bytes);
    }

    private static PageEviction With(long capacity, IEnumerable<CacheEntry> entries)
    {
        var eviction = new PageEviction(() => capacity);
        foreach (var entry in entries)
        {
            eviction.Add(entry);
        }

        return eviction;
    }

    private static CacheEntry Entry(string key)
    {
        var context = new DefaultHttpContext();
        context.Response.Headers.ETag = "\"0\"";
        context.Response.Headers.ContentType = "text/html";
        return new CacheEntry(new CachedPage(key, new byte[1000], context.Response.Headers, new CacheTagSet([]), null, ignoresQuery: true));
    }
}
