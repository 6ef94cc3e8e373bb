using Storyprint.Stories.Body;
using static Storyprint.Tests.Formats.Trial;

namespace Storyprint.Tests.Formats.Html;

public sealed class HostileHtmlTests
{
    [Theory]
    [InlineData("<p>a<script>alert(1)</script>b</p>")]
    [InlineData("<p>a<img src=x onerror=alert(1)>b</p>")]
    [InlineData("<p>a<svg onload=alert(1)><script>alert(1)</script></svg>b</p>")]
    [InlineData("<p>a<style>p{background:url(javascript:alert(1))}</style>b</p>")]
    [InlineData("<p onclick='alert(1)'>a<iframe srcdoc='&lt;script>alert(1)&lt;/script>'></iframe>b</p>")]
    [InlineData("<p>a<iframe src='javascript:alert(1)'></iframe>b</p>")]
    [InlineData("<p>a<object data='data:text/html,alert(1)'></object>b</p>")]
    [InlineData("<p>a<template>alert(1)</template>b</p>")]
    [InlineData("<p>a<meta http-equiv=refresh content='0;url=javascript:alert(1)'>b</p>")]
    public void Nothing_that_runs_comes_over(string html)
    {
        var body = Body(html);

        Assert.DoesNotContain("alert", Storyprint.Stories.StoryJson.Write(new Storyprint.Stories.StoryContent { Language = "en", Headline = "h", Body = body }), StringComparison.Ordinal);
        Assert.Equal("ab", Words(body).Replace("\n", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData(" \u0001javascript:alert(1)")]
    [InlineData("&#106;avascript&colon;alert(1)")]
    [InlineData("java&Tab;script:alert(1)")]
    [InlineData("data:text/html;base64,PHNjcmlwdD4=")]
    [InlineData("vbscript:msgbox(1)")]
    [InlineData("file:///etc/passwd")]
    public void A_link_that_runs_something_keeps_only_its_words(string address)
    {
        foreach (var home in new[] { null, new Uri("https://old.example/a/") })
        {
            var html = $"<p><a href=\"{address}\">words</a></p>";
            var run = Assert.Single(Assert.IsType<Paragraph>(Assert.Single(Body(html, new() { Address = home }))).Text.Runs);

            Assert.Equal("words", run.Text);
            Assert.Null(run.Link);
            Assert.NotEmpty(ImportWarnings(html, new() { Address = home }));
        }
    }

    [Fact]
    public void A_hundred_thousand_nested_boxes_lose_no_word()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep words" + string.Concat(Enumerable.Repeat("</div>", 100_000)) + "<p>after</p>";

        Assert.Equal("deep words\nafter", Words(Body(html)));
    }

    [Theory]
    [InlineData("<blockquote>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<b>")]
    [InlineData("<figure>")]
    [InlineData("<a href=x>")]
    public void Deep_nesting_of_any_element_ends(string element) =>
        Assert.Contains("words", Words(Body(string.Concat(Enumerable.Repeat(element, 20_000)) + "words")), StringComparison.Ordinal);

    [Fact]
    public void A_huge_table_keeps_its_words_and_does_not_grow()
    {
        var html = "<table>" + string.Concat(Enumerable.Range(0, 3000).Select(row => $"<tr><td colspan=1000>cell{row}</td></tr>")) + "</table>";

        var words = Words(Body(html));

        Assert.Contains("cell0", words, StringComparison.Ordinal);
        Assert.Contains("cell2999", words, StringComparison.Ordinal);
        Assert.True(words.Length < 200_000);
    }

    [Fact]
    public void Control_characters_are_taken_out() => Assert.Equal("ab", Words(Body("<p>a\0\u0008\u001Bb</p>")));

    [Fact]
    public void Broken_markup_is_read_as_a_browser_reads_it() => Assert.Equal("a < b & c > d\nrest", Words(Body("<p>a < b & c > d<p>rest<div")));
}
