using Storyprint.Tests.Verification;
using Storyprint.Verification;

namespace Storyprint.Tests.Web;

/// <summary>What only the running site has, the choice of two revisions and the pages of seals, is held against what was sealed as well.</summary>
public sealed class LiveRecordTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    [Fact]
    public async Task Nothing_is_found_on_a_site_that_runs()
    {
        var report = await CheckAsync((_, page) => page);
        Assert.True(report.ExitCode == 0, Said(report));
        var counts = report.Readers!.Counts;
        Assert.True(counts is { Histories: > 7, Comparisons: > 9, StandingPages: 6 } && counts.Scans > counts.Prints, $"{counts}");
    }

    [Theory]
    [InlineData("history-differs", "/history", "– Corrected, ", "– Updated, ")]
    [InlineData("history-differs", "/history", "<h2>Compare any two revisions</h2>", "<h2>Mayor is a thief</h2>")]
    [InlineData("history-differs", "/history", "<form class=\"choose\"", "<form onsubmit=\"x()\" class=\"choose\"")]
    [InlineData("history-differs", "/history", "<form class=\"choose\" action=\"/news", "<form class=\"choose\" action=\"https://evil.example/news")]
    [InlineData("scan-differs", "s/", "Our key sealed this revision with exactly this text, and it stands in our public log. That says where the text comes from. It cannot say what else is printed on the page in your hand, or whether the story is true.", "No key of ours made the seal in this mark. It may have been misread; if it reads the same again, compare the words above with special care.")]
    [InlineData("scan-differs", "s/", "<section class=\"seal \">", "<section class=\"other\">")]
    [InlineData("scan-differs", "s/", "<h1>Library lift opens", "<h1>Library lift closes")]
    [InlineData("words-not-sealed", "s/", "</article>", "<p>Mayor is a thief</p></article>")]
    public async Task What_was_changed_there_is_named(string expected, string address, string before, string after)
    {
        var wasThere = false;
        var report = await CheckAsync((at, page) =>
        {
            var isIt = at.Contains(address, StringComparison.Ordinal) && at.Contains(stories.Corrected.ToString(), StringComparison.Ordinal);
            wasThere |= isIt && page.Contains(before, StringComparison.Ordinal);
            return isIt ? page.Replace(before, after, StringComparison.Ordinal) : page;
        });
        Assert.True(wasThere, $"No page at {address} has {before}.");
        Assert.Equal([expected], report.Findings.Counts.Where(count => count.Kind.Severity == Severity.Damage).Select(count => count.Kind.Word));
    }

    private async Task<SiteReport> CheckAsync(Func<string, string, string> edit)
    {
        using var site = new SiteOverHttp(stories.Publication.Client.BaseAddress!);
        var state = Path.Combine(Path.GetTempPath(), $"storyprint-state-{Guid.NewGuid():n}");
        try
        {
            return await SiteCheck.RunAsync(new SiteCheckRequest { Site = new EditedSite(site, edit), State = new StateFile(state), IsFull = true }, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(state);
        }
    }

    private static string Said(SiteReport report) => string.Join('\n', report.Findings.All.Select(finding => $"{finding.Kind.Word} {finding.About}: {finding.Sentence}"));
}
