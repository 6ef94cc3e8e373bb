using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class ShortcodeExpanderTests
{
    [Theory]
    [InlineData("no tags", "no tags")]
    [InlineData("as he said [sic]", "as he said [sic]")]
    [InlineData("[1] [日本] [خبر]", "[1] [日本] [خبر]")]
    [InlineData("write [[gallery]] for it", "write [gallery] for it")]
    [InlineData("[embed]https://film.example/1?a=1&amp;b=2[/embed]", "<p>https://film.example/1?a=1&amp;b=2</p>")]
    [InlineData("[caption]<img src=a.jpg> اسکله[/caption]", "<figure><img src=a.jpg><figcaption>اسکله</figcaption></figure>")]
    [InlineData("[caption]<a href=x><img src=a.jpg></a>The <a href=y>quay</a>[/caption]", "<figure><a href=x><img src=a.jpg></a><figcaption>The <a href=y>quay</a></figcaption></figure>")]
    [InlineData("[caption caption=\"a<b\"]<img src=a.jpg>[/caption]", "<figure><img src=a.jpg><figcaption>a&lt;b</figcaption></figure>")]
    [InlineData("[/caption]", "")]
    public void Known_shortcodes_become_HTML_and_other_brackets_stay(string html, string expected)
    {
        var (written, warnings) = Apply(html);
        Assert.Equal(expected, written.Trim());
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("[box]words[/box]")]
    [InlineData("[my_box]words")]
    [InlineData("[box color=red]words")]
    public void The_words_inside_an_unknown_shortcode_stay_and_the_tag_is_named(string html)
    {
        var (written, warnings) = Apply(html);
        Assert.Equal("words", written);
        Assert.StartsWith("A shortcode was left out: [", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[gallery ids=\"8,7\"]", "quay.jpg boat.jpg", 0)]
    [InlineData("[gallery]", "boat.jpg quay.jpg", 0)]
    [InlineData("[gallery id=1]", "boat.jpg quay.jpg", 0)]
    [InlineData("[gallery id=2]", "", 1)]
    [InlineData("[gallery ids=\"7,99,x\"]", "boat.jpg", 1)]
    public void A_gallery_shows_the_files_it_names_or_those_of_the_story(string html, string files, int warnings)
    {
        var (written, lost) = Apply(html);
        Assert.Equal(files, string.Join(' ', written.Split("src=\"https://old.example/").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)])));
        Assert.Equal(warnings, lost.Count);
    }

    [Fact]
    public void A_playlist_is_a_line_for_each_file() =>
        Assert.Equal("<p>https://old.example/boat.jpg</p>", Apply("[playlist ids=7]").Html.Trim());

    [Fact]
    public void A_picture_carries_what_its_file_says() => Assert.Equal(
        "<figure><img src=\"https://old.example/boat.jpg\" alt=\"&#1602;&#1575;&#1740;&#1602;\"><figcaption><b>The</b> boat</figcaption></figure>".Replace("&#1602;&#1575;&#1740;&#1602;", "قایق", StringComparison.Ordinal),
        ShortcodeExpander.Pictures([7, 99], WxrFiles.Pictures).Trim());

    private static (string Html, IReadOnlyList<string> Warnings) Apply(string html) =>
        WxrFiles.With(warnings => ShortcodeExpander.Apply(html, 1, WxrFiles.Pictures, warnings));
}
