using Microsoft.AspNetCore.Http;
using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class PageCacheTests
{
    private const long Capacity = 1_000_000;

    private readonly PageCache cache = new(Capacity);

    public PageCacheTests() => cache.Enable();

    [Fact]
    public void A_page_is_found_under_its_key()
    {
        var page = Page("/a");
        Assert.True(cache.TryAdd(page, cache.Version));
        Assert.True(cache.TryGet("/a", out var found));
        Assert.Same(page, found);
        Assert.False(cache.TryGet("/b", out _));
    }

    [Fact]
    public void However_many_pages_come_the_bytes_stay_below_the_capacity()
    {
        var random = new Random(1);
        for (var number = 0; number < 20_000; number++)
        {
            cache.TryAdd(Page($"/{random.Next(3000)}", random.Next(100, 30_000)), cache.Version);
            cache.TryGet($"/{random.Next(100)}", out _);
            Assert.InRange(cache.Bytes, 0, Capacity);
        }

        Assert.True(cache.Bytes > Capacity / 2);
    }

    [Fact]
    public void Weights_add_up_after_everything_was_forgotten_and_kept_again()
    {
        for (var number = 0; number < 500; number++)
        {
            cache.TryAdd(Page($"/{number}", 5000, $"tag-{number % 7}"), cache.Version);
            cache.TryGet($"/{number / 2}", out _);
            if (number % 50 == 0)
            {
                cache.Invalidate([$"tag-{number % 3}"]);
            }
        }

        for (var tag = 0; tag < 7; tag++)
        {
            cache.Invalidate([$"tag-{tag}"]);
        }

        Assert.Equal(0, cache.Count);
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void A_crawler_in_a_million_old_pages_pushes_out_nothing_that_readers_ask_for()
    {
        string[] asked = ["/", "/en/section/city", "/news/1/today"];
        foreach (var key in asked)
        {
            cache.TryAdd(Page(key, 8000), cache.Version);
        }

        for (var number = 0; number < 1_000_000; number++)
        {
            if (number % 5 == 0)
            {
                // Readers ask for one of theirs while the crawler asks for five of its own.
                Assert.True(cache.TryGet(asked[number / 5 % asked.Length], out _), $"{asked[number / 5 % asked.Length]} is gone after {number} pages");
            }

            if (number % 100 == 0 || number < 2000)
            {
                cache.TryAdd(Page($"/old/{number}", 8000), cache.Version);
            }
        }
    }

    [Fact]
    public void What_was_asked_for_often_outlives_a_scan_without_being_asked_for_again()
    {
        cache.TryAdd(Page("/", 8000), cache.Version);
        for (var time = 0; time < 3; time++)
        {
            cache.TryGet("/", out _);
        }

        for (var number = 0; number < 10_000; number++)
        {
            cache.TryAdd(Page($"/old/{number}", 8000), cache.Version);
        }

        Assert.True(cache.TryGet("/", out _));
    }

    [Fact]
    public void A_page_heavier_than_an_eighth_of_everything_is_not_kept()
    {
        Assert.False(cache.TryAdd(Page("/sitemap", 200_000), cache.Version));
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void A_release_takes_the_pages_with_its_tags_and_no_others()
    {
        cache.TryAdd(Page("/a", 1000, "story-1", "section-en-city"), cache.Version);
        cache.TryAdd(Page("/b", 1000, "story-2", "section-en-city"), cache.Version);
        cache.TryAdd(Page("/c", 1000, "story-3"), cache.Version);
        cache.Invalidate(["story-1", "latest-en"]);
        Assert.False(cache.TryGet("/a", out _));
        Assert.True(cache.TryGet("/b", out _));
        cache.Invalidate(["section-en-city"]);
        Assert.False(cache.TryGet("/b", out _));
        Assert.True(cache.TryGet("/c", out _));
        Assert.Equal(2, cache.Invalidated);
    }

    [Fact]
    public void A_rendering_that_began_before_a_release_of_what_it_shows_is_not_kept()
    {
        var began = cache.Version;
        cache.Invalidate(["story-1"]);
        Assert.False(cache.TryAdd(Page("/a", 1000, "story-1"), began));
        Assert.True(cache.TryAdd(Page("/b", 1000, "story-2"), began));
        Assert.True(cache.TryAdd(Page("/a", 1000, "story-1"), cache.Version));
    }

    [Fact]
    public void A_rendering_that_began_before_more_releases_than_are_remembered_is_not_kept()
    {
        var began = cache.Version;
        for (var release = 0; release < 100; release++)
        {
            cache.Invalidate([$"story-{release}"]);
        }

        Assert.False(cache.TryAdd(Page("/z", 1000, "story-z"), began));
    }

    [Fact]
    public void A_rendering_that_began_before_everything_was_forgotten_is_not_kept()
    {
        var began = cache.Version;
        cache.Enable();
        Assert.False(cache.TryAdd(Page("/a"), began));
    }

    [Fact]
    public void Nothing_is_kept_while_nobody_hears_of_releases()
    {
        cache.TryAdd(Page("/a"), cache.Version);
        cache.Disable();
        Assert.False(cache.TryGet("/a", out _));
        Assert.False(cache.TryAdd(Page("/a"), cache.Version));
        cache.Enable();
        Assert.True(cache.TryAdd(Page("/a"), cache.Version));
    }

    [Fact]
    public void A_page_weighs_less_once_it_is_compressed()
    {
        var page = Page("/a", 5000);
        cache.TryAdd(page, cache.Version);
        var before = cache.Bytes;
        page.Compress();
        cache.UpdateSize(page);
        Assert.True(cache.Bytes < before);
        cache.Remove(page);
        Assert.Equal(0, cache.Bytes);
    }

    private static CachedPage Page(string key, int bytes = 1000, params string[] tags)
    {
        var context = new DefaultHttpContext();
        context.Response.Headers.ETag = "\"0\"";
        context.Response.Headers.ContentType = "text/html";
        return new CachedPage(key, new byte[bytes], context.Response.Headers, new CacheTagSet(tags), null, ignoresQuery: true);
    }
}
