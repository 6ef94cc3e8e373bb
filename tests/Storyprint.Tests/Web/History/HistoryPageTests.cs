using System.Net;
using AngleSharp.Html.Parser;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.History;

public class HistoryPageTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    public sealed class OnPostgres(StoriesInStates stories) : HistoryPageTests(stories), IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_revision_is_listed_the_newest_first_with_what_it_told_readers()
    {
        using var page = await new HtmlParser().ParseDocumentAsync(await stories.ReadAsync($"/news/{stories.Corrected}/history"), Cancellation);
        var revisions = page.QuerySelectorAll(".revisions > li");
        Assert.Equal(
            ["Revision 5 Note reworded current", "Revision 4 Updated", "Revision 3 Corrected", "Revision 2 Updated", "Revision 1 Published"],
            revisions.Select(revision => revision.QuerySelector("h2")!.TextContent));
        Assert.Contains("The lift carries sixteen people, not twelve.", revisions[2].TextContent, StringComparison.Ordinal);
        Assert.Equal("twelve", revisions[2].QuerySelector(".said del")!.TextContent);
        Assert.Contains("The first riders have come.", revisions[3].TextContent, StringComparison.Ordinal);
        Assert.Contains(revisions[2].QuerySelectorAll(".findings li"), finding => finding.TextContent.Contains("“\u2068twelve\u2069” became “\u2068sixteen\u2069”", StringComparison.Ordinal));
        Assert.Empty(revisions[1].QuerySelectorAll(".findings"));
        Assert.All(revisions, revision => Assert.Contains("(UTC+", revision.QuerySelector("time")!.TextContent, StringComparison.Ordinal));
        Assert.All(revisions, revision => Assert.Matches("Log entry [0-9]+", revision.TextContent));
    }

    [Fact]
    public async Task Every_link_of_a_history_is_answered()
    {
        using var page = await new HtmlParser().ParseDocumentAsync(await stories.ReadAsync($"/news/{stories.Corrected}/history"), Cancellation);
        var links = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains($"/news/{stories.Corrected}.2/print", links);
        Assert.Contains($"/news/{stories.Corrected}/compare/4-5", links);
        foreach (var link in links)
        {
            using var answer = await stories.Publication.Client.GetAsync(link, Cancellation);
            Assert.True(answer.IsSuccessStatusCode, $"{link}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task What_was_found_is_told_in_the_readers_language()
    {
        var html = await stories.ReadAsync($"/news/{stories.PersianCorrected}/history");
        Assert.Contains("عددی تغییر کرد: «\u2068دوازده\u2069» شد «\u2068شانزده\u2069».", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fa\" dir=\"rtl\">", html, StringComparison.Ordinal);
        Assert.Contains("ویرایش ۲", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_changed_without_a_note_is_named_in_the_history_and_on_the_page()
    {
        var code = await stories.PublishAsync(StoriesInStates.English("Quay", "The cafe at the quay is open."));
        await stories.UpdateAsync(code, 1, StoriesInStates.English("Quay", "The café at the quay is open."), null);
        const string Named = "Typography: \u2068cafe\u2069 → \u2068café\u2069.";
        Assert.Contains(Named, WebUtility.HtmlDecode(await stories.ReadAsync($"/news/{code}/history")), StringComparison.Ordinal);
        Assert.Contains(Named, WebUtility.HtmlDecode(await stories.ReadStoryAsync(code)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_of_one_second_keep_their_own_notes()
    {
        var code = await stories.PublishAsync(StoriesInStates.English("Hasty", "One, two."));
        await stories.WithinOneSecondAsync(async () =>
        {
            await stories.CorrectAsync(code, 1, StoriesInStates.English("Hasty", "One, three."), new NoteWords { Text = "The first note.", Said = "two", Says = "three" });
            await stories.CorrectAsync(code, 2, StoriesInStates.English("Hasty", "One, four."), new NoteWords { Text = "The second note.", Said = "three", Says = "four" });
        });
        using var page = await new HtmlParser().ParseDocumentAsync(await stories.ReadAsync($"/news/{code}/history"), Cancellation);
        Assert.Equal(["The second note.", "The first note."], page.QuerySelectorAll(".revisions .told").Select(note => note.TextContent));
        using var list = await new HtmlParser().ParseDocumentAsync(await stories.ReadAsync("/en/corrections"), Cancellation);
        foreach (var (note, compared) in ((string, string)[])[("The second note.", "2-3"), ("The first note.", "1-2")])
        {
            var item = list.QuerySelectorAll(".notes > li").Single(item => item.TextContent.Contains(note, StringComparison.Ordinal));
            Assert.NotNull(item.QuerySelector($"a[href='/news/{code}/compare/{compared}']"));
        }
    }

    [Fact]
    public async Task An_imported_story_is_dated_by_its_publication_and_by_its_entry()
    {
        var html = await stories.ReadAsync($"/news/{stories.Publication.Library}/history");
        Assert.Contains("5 March 2024", html, StringComparison.Ordinal);
        Assert.Contains("Entered into this system on", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Entered into this system on", await stories.ReadAsync($"/news/{stories.Untouched}/history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_story_has_no_history_and_no_comparison_but_says_that_it_is_gone()
    {
        foreach (var path in (string[])["history", "compare/1-2", "compare?from=1&to=2"])
        {
            using var answer = await stories.Publication.Client.GetAsync($"/news/{stories.Withdrawn}/{path}", Cancellation);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.DoesNotContain("Name of a child", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/news/999/history")]
    [InlineData("/news/{draft}/history")]
    [InlineData("/news/x/history")]
    [InlineData("/news/{draft}/compare/1-2")]
    public async Task There_is_no_history_of_what_readers_may_not_see(string path)
    {
        using var answer = await stories.Publication.Client.GetAsync(path.Replace("{draft}", stories.Publication.Draft.Digits, StringComparison.Ordinal), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
