using Storyprint.Formats.SavedPages;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class SavedHtmlPageTests
{
    private const string Sentence = "The ferry that left the quay in the morning did not arrive at noon, and nobody knew why it was late.";

    [Theory]
    [InlineData("<h1>The ferry sank</h1>", "The ferry sank")]
    [InlineData("<title>The ferry sank at noon | The Ledger</title>", "The ferry sank at noon")]
    [InlineData("<title>پل بسته شد و راه ماند » دفتر</title>", "پل بسته شد و راه ماند")]
    [InlineData("<meta property='og:title' content='橋が閉鎖された'>", "橋が閉鎖された")]
    [InlineData("<meta property='og:title' content='The ferry sank at noon'><h1>The Ledger</h1>", "The ferry sank at noon")]
    [InlineData("<h1></h1><title>Ferry</title>", "Ferry")]
    [InlineData("", "")]
    public void The_headline_is_the_one_the_page_marks(string html, string headline) => Assert.Equal(headline, SavedHtmlPage.Read(html).Headline);

    [Fact]
    public void What_the_page_says_to_programs_is_read()
    {
        var page = SavedHtmlPage.Read("""
            <html lang="fa-IR"><link rel="canonical" href="https://a.example/1"><meta name="author" content=" Ines ">
            <meta property="article:published_time" content="2024-03-01T10:00:00Z"></html>
            """);
        Assert.Equal(
            ("fa-IR", "https://a.example/1", "Ines", "2024-03-01T10:00:00Z"),
            (page.Language, page.Link, page.Author, page.Date));
    }

    [Theory]
    [InlineData("<article><p>{0}</p><p>{0}</p><p>{0}</p></article>")]
    [InlineData("<div class='article-body'><p>{0}</p><p>{0}</p><p>{0}</p></div>")]
    [InlineData("<div><div><p>{0}</p><p>{0}</p><p>{0}</p></div></div>")]
    [InlineData("<form><p>{0}</p><p>{0}</p><p>{0}</p></form>")]
    public void The_part_that_holds_the_story_is_found(string story)
    {
        var html = "<nav><a href=/>Home</a></nav><div class=related><p>Another story</p></div>" + story.Replace("{0}", Sentence, StringComparison.Ordinal) + "<div><a href=/x>More</a></div>";
        var words = Trial.Words(SavedHtmlPage.Read(html).Body);
        Assert.Equal(string.Join('\n', Enumerable.Repeat(Sentence, 3)), words);
    }

    [Fact]
    public void A_teaser_in_a_promising_box_does_not_hide_the_story()
    {
        var teaser = string.Concat(Enumerable.Repeat($"<a href=/x>{Sentence}</a> ", 3));
        var story = string.Concat(Enumerable.Repeat($"<p>{Sentence}</p>", 9));
        Assert.Equal(9, SavedHtmlPage.Read($"<article>{teaser}</article><div>{story}</div>").Body.Count);
    }

    [Fact]
    public void Links_are_read_against_the_address_of_the_page()
    {
        var page = SavedHtmlPage.Read("<link rel=canonical href='https://a.example/2024/1'><p><a href='2'>next</a></p>");
        Assert.Equal("https://a.example/2024/2", page.Body.OfType<Storyprint.Stories.Body.Paragraph>().Single().Text.Runs.Single().Link!.Value.Address);
    }

    [Fact]
    public void An_empty_page_is_an_empty_page() => Assert.Equal(new SavedPage { Body = [] }.Headline, SavedHtmlPage.Read(" ").Headline);
}
