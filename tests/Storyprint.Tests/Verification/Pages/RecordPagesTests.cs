using System.Text;
using AngleSharp.Html.Parser;
using Storyprint.Provenance.Entries;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Web;
using Storyprint.Verification;
using Storyprint.Verification.Pages;

namespace Storyprint.Tests.Verification.Pages;

/// <summary>
/// The parts of the check of records, each by itself: <see cref="ShownHistory"/>, <see cref="ShownComparison"/> and <see cref="ShownScan"/> are shown at work, with
/// <see cref="CheckStoryRecord"/> and <see cref="CheckStandingPages"/>, by the tables of damages.
/// </summary>
public sealed class RecordPagesTests
{
    private static readonly InterfaceLanguage English = TestRevisions.Language("en");

    [Fact]
    public void StoryNotes_tells_which_note_a_revision_brought_or_reworded()
    {
        SealedRevision[] all = [Noted(1, RevisionKind.Publish), Noted(2, RevisionKind.Correction, "It was 12."), Noted(3, RevisionKind.Correction, "It was twelve."), Noted(4, RevisionKind.Retraction, "All wrong.", "It was twelve.")];
        var notes = new StoryNotes(all);
        Assert.Equal([null, 1, null, 2], all.Select(notes.Brought));
        Assert.Equal([null, null, 1, null], all.Select(notes.Reworded));
        Assert.Equal([false, false, true, false], all.Select(notes.IsRewording));
        Assert.True(notes.IsRewordedAfter(all[1], 1));
        Assert.Equal([2, 1], notes.Since(all[0]));
        Assert.Equal([2, 1], notes.Since(all[1]));
        Assert.Equal([2], notes.Since(all[2]));
        Assert.Equal([2], notes.Since(all[3]));
    }

    [Fact]
    public void In_texts_of_the_first_version_parts_of_a_note_do_not_tell()
    {
        SealedRevision[] all =
        [
            TestRevisions.Of("storyprint/text/v1\nlang: en\nheadline: Ferry\ncorrection: It was 12.\n", 1, RevisionKind.Publish),
            TestRevisions.Of("storyprint/text/v2\nlang: en\nheadline: Ferry\ncorrection: It was 12.\nsaid: 12\nsays: 13\n", 2, RevisionKind.Correction),
        ];
        var notes = new StoryNotes(all);
        Assert.Empty(notes.Since(all[0]));
        Assert.True(notes.MayBeUntold(all[1], ["It was 12."]));
        Assert.False(notes.MayBeUntold(all[1], ["It was 14."]));
    }

    [Theory]
    [InlineData("<a href=\"/news/1125540.2\"></a><a href=\"#to-1\"></a><a href=\"/en/how-to-check\"></a>", true)]
    [InlineData("<a href=\"/news/1125540/a-slug\"></a>", true)]
    [InlineData("<a href=\"/news/20014\"></a>", false)]
    [InlineData("<a href=\"https://evil.example/news/1125540\"></a>", false)]
    [InlineData("<a href=\"//evil.example\"></a>", false)]
    [InlineData("<a></a>", false)]
    [InlineData("<form action=\"/en/search\"></form>", false)]
    public void On_a_RecordPage_links_stay_with_the_story(string html, bool isGood)
    {
        using var page = new HtmlParser().ParseDocument($"<main>{html}</main>");
        Assert.Equal(isGood, RecordPage.LinkProblem(page, "1125540", "/en/how-to-check") is null);
    }

    [Theory]
    [InlineData("<div class=\"line same\"><p class=\"tag\">Headline</p><p class=\"words\">Ferry</p></div>", null)]
    [InlineData("<div class=\"line same\"><p class=\"tag\">Kicker</p><p class=\"words\">Ferry</p></div>", "It calls")]
    [InlineData("<div class=\"line same\"><p class=\"tag\">Headline</p><p class=\"words\">Ferry <b>left</b></p></div>", "something else in it")]
    [InlineData("<div class=\"line same\"><p class=\"tag\">Headline</p></div>", "something else in it")]
    [InlineData("<div class=\"line\"><p class=\"tag\">Headline</p><p class=\"words\">Ferry</p></div>", "neither text has")]
    [InlineData("", "leaves out “Ferry”")]
    public void ComparedLines_are_those_of_both_texts(string first, string? problem)
    {
        var (before, after) = (Told("It carries 120 people."), Told("It carries 112 people."));
        using var page = new HtmlParser().ParseDocument($"<div class=\"lines\">{first}{(first.Length == 0 ? "" : Changed)}</div>");
        var said = new ComparedLines(English, before, after).Problem(page.QuerySelector(".lines")!);
        Assert.Equal(problem is null, said is null);
        Assert.Contains(problem ?? "", said ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_page_is_found()
    {
        SealedRevision[] all = [Told("It carries 120 people."), TestRevisions.Of(StoriesInStates.English("Ferry", "It carries 112 people."), 2, RevisionKind.Update)];
        foreach (var html in (string[])["", "<p>", "<main><ol class=\"revisions\"><li><li></ol><dl class=\"sides\"><div><dd></div><div><dd></div></dl></main>"])
        {
            var page = Encoding.UTF8.GetBytes(html);
            Assert.Equal(ReaderFindingKinds.HistoryDiffers, new ShownHistory(English, "https://news.example.org", all).Problem(page)?.Kind);
            Assert.Equal(ReaderFindingKinds.ComparisonDiffers, new ShownComparison(English, "https://news.example.org", all).Problem(page, all[0], all[1])?.Kind);
            Assert.Equal(ReaderFindingKinds.ScanDiffers, new ShownScan(English, "https://news.example.org", all).Problem(page, all[0], isSealed: false)?.Kind);
        }
    }

    private const string Changed = """
        <div class="line changed"><p class="tag">Paragraph</p><p class="words text">It carries <del><span class="sr"> taken out: </span>120</del><ins><span class="sr"> added: </span>112</ins> <small class="look">number</small> people.</p></div>
        """;

    private static SealedRevision Told(string text) => TestRevisions.Of(StoriesInStates.English("Ferry", text), 1, RevisionKind.Publish);

    private static SealedRevision Noted(int number, RevisionKind kind, params string[] notes) => TestRevisions.Of(
        StoriesInStates.English("Ferry", "It left.") with { Corrections = [.. notes.Select(note => new CorrectionNote(note, TestSite.Start))] }, number, kind);
}
