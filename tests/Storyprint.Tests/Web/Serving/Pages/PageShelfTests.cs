using Microsoft.AspNetCore.Http;
using Storyprint.Web.Serving.Pages;

namespace Storyprint.Tests.Web.Serving.Pages;

public sealed class PageShelfTests
{
    private const long Capacity = 1_000_000;

    private readonly PageShelf shelf = new(Capacity);

    public PageShelfTests() => shelf.Open();

    [Fact]
    public void A_page_is_found_under_its_key()
    {
        var page = Page("/a");
        Assert.True(shelf.Keep(page, shelf.Sequence));
        Assert.True(shelf.TryFind("/a", out var found));
        Assert.Same(page, found);
        Assert.False(shelf.TryFind("/b", out _));
    }

    [Fact]
    public void However_many_pages_come_the_bytes_stay_below_the_capacity()
    {
        var random = new Random(1);
        for (var number = 0; number < 20_000; number++)
        {
            shelf.Keep(Page($"/{random.Next(3000)}", random.Next(100, 30_000)), shelf.Sequence);
            shelf.TryFind($"/{random.Next(100)}", out _);
            Assert.InRange(shelf.Bytes, 0, Capacity);
        }

        Assert.True(shelf.Bytes > Capacity / 2);
    }

    [Fact]
    public void Weights_add_up_after_everything_was_forgotten_and_kept_again()
    {
        for (var number = 0; number < 500; number++)
        {
            shelf.Keep(Page($"/{number}", 5000, $"tag-{number % 7}"), shelf.Sequence);
            shelf.TryFind($"/{number / 2}", out _);
            if (number % 50 == 0)
            {
                shelf.Forget([$"tag-{number % 3}"]);
            }
        }

        for (var tag = 0; tag < 7; tag++)
        {
            shelf.Forget([$"tag-{tag}"]);
        }

        Assert.Equal(0, shelf.Count);
        Assert.Equal(0, shelf.Bytes);
    }

    [Fact]
    public void A_crawler_in_a_million_old_pages_pushes_out_nothing_that_readers_ask_for()
    {
        string[] asked = ["/", "/en/section/city", "/news/1/today"];
        foreach (var key in asked)
        {
            shelf.Keep(Page(key, 8000), shelf.Sequence);
        }

        for (var number = 0; number < 1_000_000; number++)
        {
            if (number % 5 == 0)
            {
                // Readers ask for one of theirs while the crawler asks for five of its own.
                Assert.True(shelf.TryFind(asked[number / 5 % asked.Length], out _), $"{asked[number / 5 % asked.Length]} is gone after {number} pages");
            }

            if (number % 100 == 0 || number < 2000)
            {
                shelf.Keep(Page($"/old/{number}", 8000), shelf.Sequence);
            }
        }
    }

    [Fact]
    public void What_was_asked_for_often_outlives_a_scan_without_being_asked_for_again()
    {
        shelf.Keep(Page("/", 8000), shelf.Sequence);
        for (var time = 0; time < 3; time++)
        {
            shelf.TryFind("/", out _);
        }

        for (var number = 0; number < 10_000; number++)
        {
            shelf.Keep(Page($"/old/{number}", 8000), shelf.Sequence);
        }

        Assert.True(shelf.TryFind("/", out _));
    }

    [Fact]
    public void A_page_heavier_than_an_eighth_of_everything_is_not_kept()
    {
        Assert.False(shelf.Keep(Page("/sitemap", 200_000), shelf.Sequence));
        Assert.Equal(0, shelf.Bytes);
    }

    [Fact]
    public void A_release_takes_the_pages_with_its_tags_and_no_others()
    {
        shelf.Keep(Page("/a", 1000, "story-1", "section-en-city"), shelf.Sequence);
        shelf.Keep(Page("/b", 1000, "story-2", "section-en-city"), shelf.Sequence);
        shelf.Keep(Page("/c", 1000, "story-3"), shelf.Sequence);
        shelf.Forget(["story-1", "latest-en"]);
        Assert.False(shelf.TryFind("/a", out _));
        Assert.True(shelf.TryFind("/b", out _));
        shelf.Forget(["section-en-city"]);
        Assert.False(shelf.TryFind("/b", out _));
        Assert.True(shelf.TryFind("/c", out _));
        Assert.Equal(2, shelf.Forgotten);
    }

    [Fact]
    public void A_rendering_that_began_before_a_release_of_what_it_shows_is_not_kept()
    {
        var began = shelf.Sequence;
        shelf.Forget(["story-1"]);
        Assert.False(shelf.Keep(Page("/a", 1000, "story-1"), began));
        Assert.True(shelf.Keep(Page("/b", 1000, "story-2"), began));
        Assert.True(shelf.Keep(Page("/a", 1000, "story-1"), shelf.Sequence));
    }

    [Fact]
    public void A_rendering_that_began_before_more_releases_than_are_remembered_is_not_kept()
    {
        var began = shelf.Sequence;
        for (var release = 0; release < 100; release++)
        {
            shelf.Forget([$"story-{release}"]);
        }

        Assert.False(shelf.Keep(Page("/z", 1000, "story-z"), began));
    }

    [Fact]
    public void A_rendering_that_began_before_everything_was_forgotten_is_not_kept()
    {
        var began = shelf.Sequence;
        shelf.Open();
        Assert.False(shelf.Keep(Page("/a"), began));
    }

    [Fact]
    public void Nothing_is_kept_while_nobody_hears_of_releases()
    {
        shelf.Keep(Page("/a"), shelf.Sequence);
        shelf.Close();
        Assert.False(shelf.TryFind("/a", out _));
        Assert.False(shelf.Keep(Page("/a"), shelf.Sequence));
        shelf.Open();
        Assert.True(shelf.Keep(Page("/a"), shelf.Sequence));
    }

    [Fact]
    public void A_page_that_got_its_packed_forms_weighs_more()
    {
        var page = Page("/a", 5000);
        shelf.Keep(page, shelf.Sequence);
        var before = shelf.Bytes;
        PagePress.Pack(page);
        shelf.Reweigh(page);
        Assert.True(shelf.Bytes > before);
        shelf.Drop(page);
        Assert.Equal(0, shelf.Bytes);
    }

    private static KeptPage Page(string key, int bytes = 1000, params string[] tags)
    {
        var context = new DefaultHttpContext();
        context.Response.Headers.ETag = "\"0\"";
        context.Response.Headers.ContentType = "text/html";
        return new KeptPage(key, new byte[bytes], context.Response.Headers, new TagSet(tags), null, ignoresQuery: true);
    }
}
