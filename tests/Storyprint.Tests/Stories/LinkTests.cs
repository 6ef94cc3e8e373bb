using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;

namespace Storyprint.Tests.Stories;

public sealed class LinkTests
{
    [Theory]
    [InlineData("Three years behind scaffolding, the library opens", "three-years-behind-scaffolding-the-library-opens")]
    [InlineData("  “It’s open!”  ", "its-open")]
    [InlineData("کتاب‌ها باز شدند", "کتاب-ها-باز-شدند")]
    [InlineData("हिन्दी समाचार", "हिन्दी-समाचार")]
    [InlineData("図書館が開く", "図書館が開く")]
    [InlineData("…!?", "")]
    public void A_slug_keeps_letters_of_every_script(string headline, string slug) => Assert.Equal(slug, Slug.From(headline).Text);

    [Fact]
    public void A_slug_made_of_a_slug_is_the_same() =>
        Assert.Equal(Slug.From("کتاب‌ها، A–B c").Text, Slug.From(Slug.From("کتاب‌ها، A–B c").Text).Text);

    [Fact]
    public void A_long_slug_is_cut_between_words()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("harbour", 40))).Text;
        Assert.InRange(slug.Length, 60, Slug.MaxLength);
        Assert.EndsWith("harbour", slug, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://tides.example/tables", "https://tides.example/tables")]
    [InlineData("HTTP://tides.example", "http://tides.example/")]
    [InlineData("mailto:editor@ledger.example", "mailto:editor@ledger.example")]
    [InlineData("/news/1125540", "/news/1125540")]
    [InlineData("//tides.example/x", "https://tides.example/x")]
    public void A_link_that_may_stand_in_a_story_is_kept(string text, string expected)
    {
        Assert.True(LinkTarget.TryParse(text, out var target));
        Assert.Equal(expected, target.Address);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,<script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/\\evil.example")]
    [InlineData("https:")]
    [InlineData("relative/path")]
    [InlineData("")]
    [InlineData(null)]
    public void A_link_that_could_harm_or_leads_nowhere_is_refused(string? text) => Assert.False(LinkTarget.TryParse(text, out _));

    [Fact]
    public void Links_and_marks_are_made_from_the_public_address()
    {
        Assert.True(PublicAddress.TryParse("https://News.Example.org", out var address));
        var code = StoryCode.FromDigits("1125540");
        var slug = Slug.From("کتاب ها");
        Assert.Equal("https://news.example.org/news/1125540/%DA%A9%D8%AA%D8%A7%D8%A8-%D9%87%D8%A7", address.NewsLink(code, slug));
        Assert.Equal("https://news.example.org/news/1125540/کتاب-ها", address.ReadableNewsLink(code, slug));
        Assert.Equal("https://news.example.org/1125540.3", address.RevisionLink(new RevisionId(code, new RevisionNumber(3))));
    }

    [Theory]
    [InlineData("https://news.example.org/path")]
    [InlineData("ftp://news.example.org")]
    [InlineData("news.example.org")]
    [InlineData("https://user@news.example.org")]
    public void A_public_address_is_an_origin_and_nothing_else(string text) => Assert.False(PublicAddress.TryParse(text, out _));
}
