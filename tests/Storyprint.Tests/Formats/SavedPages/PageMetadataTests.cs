using System.Text;
using Storyprint.Formats.Imports;
using Storyprint.Formats.SavedPages;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.SavedPages;

/// <summary>PageMetadata and JsonLdArticle: what a page says to programs is in the story or in the report; and who signs below the labels.</summary>
public sealed class PageMetadataTests
{
    private const string Text = "<p>The bridge will be closed to trams, cars and bicycles for four nights from Monday, the city said.</p><p>The people who live there are not happy with the noise that is to be expected in these nights.</p>";

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-01T10:00:00+01:00\",\"dateModified\":\"2024-03-02T10:00:00+01:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ines Calloway\"},{\"name\":\"Maud Ferrier\"}],\"articleSection\":\"City\",\"keywords\":\"bridge, trams\"}")]
    [InlineData("{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-01\"},{\"@type\":[\"Article\",\"NewsArticle\"],\"datePublished\":\"2024-03-01T10:00:00+01:00\",\"dateModified\":\"2024-03-02T10:00:00+01:00\",\"author\":[\"Ines Calloway\",\"Maud Ferrier\"],\"articleSection\":[\"City\"],\"keywords\":[\"bridge\",\"trams\"]}]}")]
    [InlineData("[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"BlogPosting\",\"datePublished\":\"2024-03-01T10:00:00+01:00\",\"dateModified\":\"2024-03-02T10:00:00+01:00\",\"author\":[{\"name\":\"Ines Calloway\"},{\"name\":\"Maud Ferrier\"}],\"articleSection\":\"City\",\"keywords\":[\"bridge\",\"trams\"],}]")]
    public void The_JSON_LD_of_an_article_is_read(string json)
    {
        var story = Html($"<script type=\"application/ld+json\">{json}</script>");
        Assert.Equal((StoryStatus.Published, 1, 2), (story.Status, story.PublishedAt?.Day, story.UpdatedAt?.Day));
        Assert.Equal(["Ines Calloway", "Maud Ferrier"], story.Content.Bylines);
        Assert.Equal("city", story.Content.Section);
        Assert.Equal(["bridge", "trams"], story.Content.Topics);
        Assert.Empty(story.ImportWarnings);
    }

    [Theory]
    [InlineData("{broken")]
    [InlineData("null")]
    [InlineData("{\"@type\":\"Organization\",\"name\":\"x\"}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"}")]
    public void JSON_LD_that_says_nothing_breaks_nothing(string json) => Assert.Equal(StoryStatus.Draft, Html($"<script type=\"application/ld+json\">{json}</script>").Status);

    [Theory]
    [InlineData("<meta name=\"description\" content=\"What it costs.\">", "description")]
    [InlineData("<meta property=\"og:image\" content=\"https://a.example/b.jpg\">", "og:image")]
    [InlineData("<meta name=\"keywords\" content=\"bridge, trams\">", "keywords")]
    [InlineData("<meta name=\"strange\" content=\"words\">", "strange")]
    [InlineData("<meta name=\"author\" content=\"ines@x.example\">", "e-mail")]
    [InlineData("<meta property=\"article:modified_time\" content=\"the other day\">", "last change")]
    [InlineData("<meta property=\"article:author\" content=\"https://a.example/ines\">", "page of an author")]
    public void What_has_no_place_is_told(string head, string told) =>
        Assert.Contains(told, Assert.Single(Html("<meta name=date content=2024-03-01T10:00:00Z>" + head).ImportWarnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"twitter:card\" content=\"summary\"><meta property=\"og:type\" content=\"article\">")]
    [InlineData("<meta name=\"description\" content=\"The bridge will be closed to trams, cars and bicycles for four nights…\">")]
    public void What_is_no_word_of_the_story_or_stands_in_it_is_no_loss(string head) => Assert.Empty(Html("<meta name=date content=2024-03-01T10:00:00Z>" + head).ImportWarnings);

    [Theory]
    [InlineData("Story Code: 1125546\n\nNews Link :\n\nHarbour Wire", "Harbour Wire", 0)]
    [InlineData("کد خبر : ۱۱۲۵۷۴۴\n\nلینک خبر :\n\nخبرگزاری بندر", "خبرگزاری بندر", 0)]
    [InlineData("Story Code: 1125546\n\nBy Ines Calloway", "Ines Calloway", 0)]
    [InlineData("By: Maud Ferrier\n\nStory Code: 1125546\n\nHarbour Wire", "Maud Ferrier", 1)]
    [InlineData("Story Code: 1125546\n\nThe Ledger", "", 0)]
    [InlineData("Story Code：1125546　News Link：https://old.example/1125546\n\nHarbour Wire", "Harbour Wire", 0)]
    public void Who_signs_below_the_labels_is_no_paragraph(string end, string byline, int warnings)
    {
        var story = Plain($"A headline of words\n\n2026-11-22T10:30:00+01:00\n\nThe ferry was late.\n\nDivers cut the rope.\n\n{end}");
        Assert.Equal(byline, string.Join(',', story.Content.Bylines));
        Assert.Equal("The ferry was late.\nDivers cut the rope.", Trial.Words(story.Content.Body));
        Assert.Equal(warnings, story.ImportWarnings.Count(warning => warning.Contains("signs", StringComparison.Ordinal)));
        Assert.NotNull(story.Code);
    }

    [Theory]
    [InlineData("Story Code: 1125546\n\nCorrection: the rope was cut by divers of the harbour, not of the navy.")]
    [InlineData("Story Code: 1125546\n\nOne more line.\n\nAnd another one that is a sentence.")]
    public void A_sentence_below_the_labels_stays(string end) =>
        Assert.Contains(end.Split('\n')[^1], Trial.Words(Plain($"A headline of words\n\n2026-11-22T10:30:00+01:00\n\nThe ferry was late.\n\nDivers cut the rope.\n\n{end}").Content.Body), StringComparison.Ordinal);

    [Fact]
    public void A_date_that_could_be_two_is_asked_about_unless_the_page_says_another()
    {
        var story = Plain("Market opens late\n\n03/04/2024 08:15\n\nStalls opened at noon.");
        Assert.Equal(StoryStatus.Draft, story.Status);
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("2024-04-03 or 2024-03-04", StringComparison.Ordinal));
        Assert.Equal((1, 1), (story.Line, Plain("Market opens early\n\nMarch 5, 2024 at 9:05 PM EST\n\nStalls opened at dawn.").Line));
        var sure = Html("<meta property=\"article:published_time\" content=\"2024-03-04T08:15:00+01:00\">", "<p>03/04/2024 08:15</p>");
        Assert.Equal((StoryStatus.Published, 3), (sure.Status, sure.PublishedAt?.Month));
    }

    private static ImportedStory Plain(string text) => Story("page.txt", text);

    private static ImportedStory Html(string head, string body = "") => Story("page.html", $"<html lang=en><head>{head}</head><body><h1>Bridge closes for four nights</h1><article>{body}{Text}</article></body></html>");

    private static ImportedStory Story(string name, string text)
    {
        using var folder = new TrialFolder();
        return new SavedPageImportReader(folder.Write(name, Encoding.UTF8.GetBytes(text)), Trial.Options).Story();
    }
}
