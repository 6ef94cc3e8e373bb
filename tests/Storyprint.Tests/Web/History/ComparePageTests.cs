using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Stories.Body;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.History;

public class ComparePageTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    public sealed class OnPostgres(StoriesInStates stories) : ComparePageTests(stories), IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_went_and_what_came_is_marked_for_eyes_and_ears()
    {
        using var page = await CompareAsync(2, 3);
        var line = page.QuerySelectorAll(".line.changed").Single();
        Assert.Equal(" taken out: twelve", line.QuerySelector("del")!.TextContent);
        Assert.Equal(" added: sixteen", line.QuerySelector("ins")!.TextContent);
        Assert.Equal("sr", line.QuerySelector("ins span")!.ClassName);
        var note = page.QuerySelectorAll(".line.added").Single();
        Assert.StartsWith("Correction note", note.QuerySelector(".tag")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 changes in the words", page.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unchanged_paragraphs_are_folded_away_and_counted()
    {
        using var page = await CompareAsync(2, 3);
        Assert.Equal("5 unchanged paragraphs", page.QuerySelector("details.same summary")!.TextContent);
        Assert.Equal(5, page.QuerySelector("details.same")!.QuerySelectorAll(".line").Length);
        Assert.Null(page.QuerySelector("details.same del, details.same ins"));
    }

    [Fact]
    public async Task A_moved_paragraph_is_linked_at_both_ends()
    {
        using var page = await CompareAsync(1, 2);
        var (from, to) = (page.QuerySelector(".line.movedaway")!, page.QuerySelector(".line.movedhere")!);
        Assert.Equal($"#{to.Id}", from.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal($"#{from.Id}", to.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("1 paragraph moved", page.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_typography_is_faint_and_counted_apart()
    {
        using var page = await CompareAsync(3, 4);
        var line = page.QuerySelectorAll(".lines > .line").Single();
        Assert.Contains("Typography only", line.QuerySelector(".tag")!.TextContent, StringComparison.Ordinal);
        Assert.All(line.QuerySelectorAll("del, ins"), change => Assert.Equal("faint", change.ClassName));
        Assert.Equal("2 in typography only", page.QuerySelector(".summary strong")!.TextContent);
    }

    [Fact]
    public async Task Numbers_names_and_negations_are_pointed_at()
    {
        var code = await stories.PublishAsync(StoriesInStates.English("Crossing", "The boat carried 12 people, said Ida Holm, and it was late."));
        await stories.UpdateAsync(code, 1, StoriesInStates.English("Crossing", "The boat carried 16 people, said Ada Holm, and it was not late."), "More people.");
        using var page = await ParseAsync($"/news/{code}/compare/1-2");
        Assert.Equal(["number", "name", "negation"], page.QuerySelectorAll(".look").Select(mark => mark.TextContent));
    }

    [Fact]
    public async Task Pictures_are_shown_as_pictures_and_hostile_words_stay_words()
    {
        var hash = new string('a', 64);
        var before = StoriesInStates.English("Seal", "A seal came.");
        var picture = new Picture { Hash = hash, Width = 900, Height = 600, Alt = "A seal" };
        var code = await stories.PublishAsync(before);
        await stories.UpdateAsync(code, 1, before with { Body = [picture, new Paragraph(RichText.From("A <script>seal</script> came."))] }, "A picture has come.");
        using var page = await ParseAsync($"/news/{code}/compare/1-2");
        Assert.Equal("A seal", page.QuerySelector(".side.added img")!.GetAttribute("alt"));
        Assert.DoesNotContain(hash, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main script"));
    }

    [Fact]
    public async Task Revisions_with_the_same_words_are_said_to_be_the_same()
    {
        var code = await stories.PublishAsync(StoriesInStates.English("Gull", "A gull came."));
        await stories.UpdateAsync(code, 1, StoriesInStates.English("Gull", "A gull came.") with { Topics = ["Gulls"] }, "Found under gulls now.");
        using var page = await ParseAsync($"/news/{code}/compare/1-2");
        Assert.Contains("The words of these two revisions are the same.", page.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_older_revision_comes_first_whatever_was_asked()
    {
        foreach (var asked in (string[])["compare/3-1", "compare?from=3&to=1", "compare?from=1&to=3", "compare/01-3"])
        {
            using var answer = await stories.Publication.Client.GetAsync($"/news/{stories.Corrected}/{asked}", Cancellation);
            Assert.Equal((HttpStatusCode.Found, $"/news/{stories.Corrected}/compare/1-3"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }
    }

    [Theory]
    [InlineData("compare/1-9")]
    [InlineData("compare/9-1")]
    [InlineData("compare/0-1")]
    [InlineData("compare/1-x")]
    [InlineData("compare/1-2-3")]
    [InlineData("compare/1")]
    [InlineData("compare/1-99999999999")]
    [InlineData("compare")]
    [InlineData("compare?from=1")]
    public async Task Revisions_that_do_not_exist_are_not_found(string asked)
    {
        using var answer = await stories.Publication.Client.GetAsync($"/news/{stories.Corrected}/{asked}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_Persian_story_is_compared_in_Persian()
    {
        using var page = await ParseAsync($"/news/{stories.PersianCorrected}/compare/1-2");
        Assert.Equal("rtl", page.QuerySelector(".lines")!.GetAttribute("dir"));
        Assert.Equal(" برداشته: دوازده", page.QuerySelector(".lines del")!.TextContent);
        Assert.Contains("۲ تغییر در واژه‌ها", page.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
    }

    private Task<IHtmlDocument> CompareAsync(int before, int after) => ParseAsync($"/news/{stories.Corrected}/compare/{before}-{after}");

    private async Task<IHtmlDocument> ParseAsync(string path) => await new HtmlParser().ParseDocumentAsync(await stories.ReadAsync(path), Cancellation);
}
