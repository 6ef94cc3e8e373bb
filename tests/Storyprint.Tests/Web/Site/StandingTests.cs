using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Site;

public class StandingTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    public sealed class OnPostgres(StoriesInStates stories) : StandingTests(stories), IOnPostgres;

    [Fact]
    public async Task A_page_tells_programs_which_revision_it_shows_and_how_the_story_stands()
    {
        (StoryCode Code, string Revision, string Status)[] expected =
        [
            (stories.Untouched, "1", "current"), (stories.Updated, "2", "updated"), (stories.Corrected, "5", "corrected"), (stories.Retracted, "3", "retracted"),
        ];
        foreach (var (code, revision, status) in expected)
        {
            var page = await PageAsync(await stories.ReadStoryAsync(code));
            Assert.Equal(($"{code}.{revision}", status), (Meta(page, "storyprint:revision"), Meta(page, "storyprint:status")));
            Assert.Equal(revision, Data(page).GetProperty("version").GetString());
        }

        var older = await PageAsync(await stories.ReadAsync($"/news/{stories.Corrected}.1"));
        Assert.Equal(($"{stories.Corrected}.1", "corrected"), (Meta(older, "storyprint:revision"), Meta(older, "storyprint:status")));
    }

    [Fact]
    public async Task A_corrected_story_shows_its_note_with_date_finder_and_rewording_and_leads_to_its_history()
    {
        var page = await PageAsync(await stories.ReadStoryAsync(stories.Corrected));
        var note = page.QuerySelector(".corrections .note")!;
        Assert.Equal("correction-1", note.Id);
        Assert.Contains("The lift carries sixteen people, not twelve.", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("A. Reader", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("was itself corrected on", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("(UTC+", note.QuerySelector("time")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/news/{stories.Corrected}/history", page.QuerySelector(".dates .status.corrected")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector($".identity a[href='/news/{stories.Corrected}/history']"));
        Assert.NotNull(page.QuerySelector($".identity a[href='/news/{stories.Corrected}/feed.atom']"));
    }

    [Fact]
    public async Task An_update_says_what_is_new()
    {
        var page = await PageAsync(await stories.ReadStoryAsync(stories.Updated));
        Assert.Contains("The tide has risen to three metres.", page.QuerySelector(".head .news")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Updated", page.QuerySelector(".dates .status")!.TextContent);
    }

    [Fact]
    public async Task A_retracted_story_says_so_with_its_reason_before_its_headline()
    {
        var page = await PageAsync(await stories.ReadStoryAsync(stories.Retracted));
        var text = page.QuerySelector("article")!.TextContent;
        Assert.InRange(text.IndexOf(StoriesInStates.Reason, StringComparison.Ordinal), 0, text.IndexOf("Survey of benches", StringComparison.Ordinal));
        Assert.Equal("Retracted: Survey of benches", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("Retracted: Survey of benches", page.Title, StringComparison.Ordinal);
        Assert.Contains("Fifty, not forty.", page.QuerySelector(".corrections")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(StoriesInStates.Reason, page.QuerySelector(".corrections")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(StoriesInStates.Reason, await stories.ReadAsync($"/news/{stories.Retracted}.1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_are_told_each_correction_and_that_a_story_was_retracted()
    {
        var corrected = Data(await PageAsync(await stories.ReadStoryAsync(stories.Corrected)));
        var note = corrected.GetProperty("correction").EnumerateArray().Single();
        Assert.Equal("CorrectionComment", note.GetProperty("@type").GetString());
        Assert.Equal("The lift carries sixteen people, not twelve.", note.GetProperty("text").GetString());
        Assert.True(note.GetProperty("datePublished").GetDateTimeOffset() < note.GetProperty("dateModified").GetDateTimeOffset());
        Assert.Equal(note.GetProperty("dateModified").GetDateTimeOffset(), corrected.GetProperty("dateModified").GetDateTimeOffset());
        Assert.False(corrected.TryGetProperty("creativeWorkStatus", out _));

        var retracted = Data(await PageAsync(await stories.ReadStoryAsync(stories.Retracted)));
        Assert.Equal("Retracted", retracted.GetProperty("creativeWorkStatus").GetString());
        Assert.Equal([StoriesInStates.Reason, "Fifty, not forty."], retracted.GetProperty("correction").EnumerateArray().Select(each => each.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task An_older_revision_tells_what_was_corrected_since_and_keeps_its_own_date()
    {
        var page = await PageAsync(await stories.ReadAsync($"/news/{stories.Corrected}.1"));
        var notice = page.QuerySelector(".notice")!;
        Assert.Contains("You are reading revision 1", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("The lift carries sixteen people, not twelve.", notice.TextContent, StringComparison.Ordinal);
        Assert.NotNull(notice.QuerySelector($"a[href='/news/{stories.Corrected}/compare/1-5']"));
        Assert.Single(page.QuerySelectorAll(".dates time"));
    }

    [Fact]
    public async Task Lists_and_search_hits_are_labelled()
    {
        var list = await PageAsync(await stories.ReadAsync("/en/section/city"));
        Assert.Contains("Retracted Survey of benches", list.QuerySelectorAll(".card h2").Select(heading => heading.TextContent));
        Assert.Contains("Owl counted", list.QuerySelectorAll(".card h2").Select(heading => heading.TextContent));
        Assert.Single(list.QuerySelectorAll(".card .status.corrected"));
        Assert.Equal("Corrected", (await PageAsync(await stories.ReadAsync("/en/search?q=lift"))).QuerySelector(".hits .status.corrected")!.TextContent);
        var hits = await PageAsync(await stories.ReadAsync("/en/search?q=benches"));
        Assert.Equal("Retracted Survey of benches", hits.QuerySelector(".hits h2")!.TextContent);
    }

    [Fact]
    public async Task A_headline_that_is_the_name_of_a_page_hides_no_story()
    {
        var code = await stories.PublishAsync(StoriesInStates.English("History", "Long ago."));
        var page = await PageAsync(await stories.ReadAsync($"/news/{code}"));
        Assert.Equal("History", page.QuerySelector("h1")!.TextContent);
        Assert.Equal($"{TestPublication.Origin}/news/{code}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        using var moved = await stories.Publication.Client.GetAsync($"/news/{code}/old-slug", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/news/{code}"), (moved.StatusCode, moved.Headers.Location!.ToString()));
    }

    private static Task<IHtmlDocument> PageAsync(string html) => new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);

    private static string? Meta(IHtmlDocument page, string name) => page.QuerySelectorAll($"meta[name='{name}']").Single().GetAttribute("content");

    private static JsonElement Data(IHtmlDocument page) => JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
}
