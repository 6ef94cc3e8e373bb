using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class CdnHeadersTests
{
    [Theory]
    [InlineData("Surrogate-Key", "story-20017 topic-fa-%DA%A9%D8%AA%D8%A7%D8%A8")]
    [InlineData("Cache-Tag", "story-20017,topic-fa-%DA%A9%D8%AA%D8%A7%D8%A8")]
    public void A_network_reads_what_the_page_depends_on_in_its_own_header(string header, string expected)
    {
        var headers = Write(new PublicationCdn { MaxAgeSeconds = 60, StaleWhileRevalidateSeconds = 120, TagHeader = header }, "story-20017", "topic-fa-کتاب");
        Assert.Equal(expected, headers[header]);
        Assert.Equal("public, max-age=60, stale-while-revalidate=120", headers["CDN-Cache-Control"]);
    }

    [Fact]
    public void More_tags_than_a_network_reads_are_cut_between_two()
    {
        var text = Write(new PublicationCdn { TagHeader = "Cache-Tag" }, [.. Enumerable.Range(0, 4000).Select(number => $"story-{number:00000}")])["Cache-Tag"].ToString();
        Assert.InRange(text.Length, 15_000, 16_000);
        Assert.All(text.Split(','), tag => Assert.Equal(11, tag.Length));
    }

    [Fact]
    public void Without_a_network_nothing_is_said_to_one() => Assert.Empty(Write(null, "story-1"));

    private static HeaderDictionary Write(PublicationCdn? cdn, params string[] tags)
    {
        var headers = new HeaderDictionary();
        new CdnHeaders(new CurrentPublication(TestPublication.Settings with { Cdn = cdn })).Write(headers, tags);
        return headers;
    }
}
