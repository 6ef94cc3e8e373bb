using Storyprint.Provenance.Served;
using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>What readers see is held against what was sealed: each damage is named, in a folder and over HTTP, and nothing else is.</summary>
public sealed class ReaderDamageTests(ArchivedStates archived) : IClassFixture<ArchivedStates>
{
    [Fact]
    public async Task Nothing_is_found_in_a_whole_archive()
    {
        using var copy = archived.Copy();
        var (folder, http) = (await copy.CheckAsync(), await copy.CheckOverHttpAsync());
        foreach (var report in (SiteReport[])[folder, http])
        {
            Assert.True(report.ExitCode == 0, Said(report));
            var counts = report.Readers!.Counts;
            Assert.True(counts is { Prints: > 15, Lists: > 10, FeedItems: > 30, Corrections: 4, Pictures: 1, PicturesUnchecked: 0, Histories: > 9, Comparisons: > 9, Scans: > 15, StandingPages: 6 }, $"{counts}");
            Assert.DoesNotContain(report.Findings.All, finding => finding.Kind != FindingKinds.KeyFromSite && finding.Kind != FindingKinds.NoWitnesses);
        }
    }

    [Fact]
    public async Task Each_damage_is_named_in_a_folder()
    {
        List<string> wrong = [];
        foreach (var group in DamageGroup.Of(archived))
        {
            using var copy = archived.Copy();
            group.Make(copy);
            wrong.AddRange(group.Compare(await copy.CheckAsync()));
        }

        Assert.Equal([], wrong);
    }

    // A folder and a site are read in one way: every fourth is enough.
    [Fact]
    public async Task Damage_is_named_over_http()
    {
        List<string> wrong = [];
        foreach (var group in DamageGroup.Of(archived).Where((_, place) => place % 4 == 0))
        {
            using var copy = archived.Copy();
            group.Make(copy);
            wrong.AddRange(group.Compare(await copy.CheckOverHttpAsync()));
        }

        Assert.Equal([], wrong);
    }

    // A server answers that it is gone; a folder has only the page.
    [Fact]
    public async Task A_withdrawn_story_called_current_is_named_in_a_folder()
    {
        using var copy = archived.Copy();
        copy.Edit("news/{withdrawn}/index.html", "content=\"withdrawn\"", "content=\"current\"");
        Assert.Equal(["page-not-gone"], Kinds(await copy.CheckAsync()));
    }

    [Fact]
    public async Task Without_the_list_of_the_interface_what_stands_around_the_stories_is_unchecked()
    {
        using var copy = archived.Copy();
        File.Delete(copy.PathOf(PublishedFiles.Interface));
        var report = await copy.CheckAsync();
        Assert.Equal(["interface-unknown"], Kinds(report));
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    public async Task A_list_that_does_not_say_what_stands_on_the_standing_pages_leaves_them_unchecked()
    {
        using var copy = archived.Copy();
        copy.Edit(PublishedFiles.Interface, "\"standingPages\"", "\"otherPages\"");
        var report = await copy.CheckAsync();
        Assert.Equal(["interface-unknown"], Kinds(report));
        Assert.Equal((2, 4L), (report.ExitCode, report.Readers!.Counts.StandingPages));
    }

    [Fact]
    public async Task A_sample_reads_front_pages_sections_feeds_and_corrections()
    {
        using var copy = archived.Copy();
        copy.Edit("index.html", "Owl counted", "Owl shot");
        copy.Edit("fa/feed.json", "شانزده نفر را", "شصت نفر را");
        copy.Edit("en/corrections/index.html", "Fifty, not forty", "Sixty, not forty");
        copy.Edit("en/topic/harbour-street/index.html", "Door seen", "Door stolen");
        Assert.Equal(["corrections-differ", "feed-says-other", "list-says-other"], Kinds(await copy.CheckAsync(isFull: false)));
    }

    [Fact]
    public async Task A_picture_without_its_original_is_counted_and_named()
    {
        using var copy = archived.Copy();
        File.Delete(copy.PathOf("media/{picture}/original"));
        var report = await copy.CheckAsync();
        Assert.Equal((0, 1L, archived.Picture), (report.ExitCode, report.Readers!.Counts.PicturesUnchecked, Assert.Single(report.Readers.Pictures.UncheckedHashes)));
        Assert.Contains($"not checked: picture {archived.Picture}", ReportText.Write(report), StringComparison.Ordinal);
        Assert.Contains("\"picturesUnchecked\": 1", ReportDocument.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Originals_are_not_served_unless_the_publication_says_so()
    {
        using var answer = await archived.Stories.Publication.Client.GetAsync($"/media/{archived.Picture}/original", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Words_that_the_publication_adds_to_its_interface_stand_in_the_report()
    {
        using var copy = archived.Copy();
        copy.Edit(".well-known/storyprint/interface", "\"News of a test\"", "\"News of a test\",\"Mayor is a thief\"");
        copy.Edit("index.html", "</footer>", "<p>Mayor is a thief</p></footer>");
        var report = await copy.CheckAsync();
        Assert.Equal(0, report.ExitCode);
        Assert.Contains("Mayor is a thief", report.Readers!.Words!.OwnWords);
        Assert.Contains("Mayor is a thief", ReportText.Write(report), StringComparison.Ordinal);
    }

    private static string[] Kinds(SiteReport report) =>
        [.. report.Findings.Counts.Where(count => count.Kind.Severity != Severity.Notice).Select(count => count.Kind.Word).Order(StringComparer.Ordinal)];

    private static string Said(SiteReport report) => "Found: " + string.Join('\n', report.Findings.All.Select(finding => $"{finding.Kind.Word} {finding.About}: {finding.Sentence}"));
}
