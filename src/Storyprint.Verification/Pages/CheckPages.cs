using System.Globalization;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification.Pages;

/// <summary>Holds what readers see against the log: each story's page must show its newest revision and say what became of it.</summary>
internal sealed class CheckPages(SiteCheckRequest request, StoryHistory stories, CheckStory story, DeferredFindings deferred, Findings findings)
{
    private const int SideBySide = 8;
    private long read;
    private long good;

    public long Good => good;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation };
        await Parallel.ForEachAsync(stories.Stories, options, async (each, stop) =>
        {
            var address = PublishedFiles.NewsPage(each.Code);
            try
            {
                var answer = await request.Site.ReadAsync(address, NewsPage.MaxLength, stop);
                if (Problem(each.Code, each.Tail, answer) is not { } problem)
                {
                    if (each.Tail.WithdrawnAt is not null || await story.RunAsync(each.Code, address, answer!.Bytes, stop))
                    {
                        Interlocked.Increment(ref good);
                    }
                }
                else if (problem.IsNewer)
                {
                    deferred.Add(problem.Kind, address, problem.Sentence);
                }
                else
                {
                    findings.Add(problem.Kind, address, problem.Sentence);
                }
            }
            catch (SourceUnreachableException unreachable)
            {
                findings.Add(FindingKinds.NotRead, address, unreachable.Message);
            }

            request.Progress?.Report(new CheckProgress("pages", Interlocked.Increment(ref read), stories.Count));
        });
    }

    private StatusProblem? Problem(string code, StoryLogState tail, SiteAnswer? answer)
    {
        if (tail.WithdrawnAt is not null)
        {
            // A folder cannot answer 410: an archive has a page that says so, or no page.
            var isGone = answer is { IsGone: true } || (!request.Site.CanSayGone && (answer is null || NewsPage.Read(answer.Bytes) is { Revision: null, Status: "withdrawn" }));
            return isGone ? null : new StatusProblem(FindingKinds.PageNotGone, answer is null ? "It answers as if it had never been (404)." : "It still shows a page.");
        }

        return answer switch
        {
            null => new StatusProblem(FindingKinds.PageMissing, "There is no page."),
            { IsGone: true } => new StatusProblem(FindingKinds.PageMissing, "It answers that the story is gone (410)."),
            { IsTooLong: true } => new StatusProblem(FindingKinds.PageUnreadable, "The page is too long to be read."),
            _ => Compare(code, tail, NewsPage.Read(answer.Bytes)),
        };
    }

    private static StatusProblem? Compare(string code, StoryLogState tail, NewsPage page)
    {
        if (!RevisionName.TryParse(page.Revision, out var shown))
        {
            return new StatusProblem(FindingKinds.PageUnreadable, "It has no storyprint:revision, or several.");
        }

        if (shown.Code != code || shown.Number != tail.Number)
        {
            return new StatusProblem(FindingKinds.PageShowsOther, $"It shows {shown}; the newest in the log is {code}.{tail.Number}.", shown.Code == code && shown.Number > tail.Number);
        }

        if (page.Version is { } version && version != tail.Number.ToString(CultureInfo.InvariantCulture))
        {
            return new StatusProblem(FindingKinds.PageShowsOther, $"It is marked as {shown}, and its JSON-LD says version {Short(version)}.");
        }

        return CompareStatus(tail, page.Status);
    }

    // A correction of a note can follow a retraction; the story stays retracted.
    private static StatusProblem? CompareStatus(StoryLogState tail, string? status)
    {
        var retracted = tail.Had(RevisionKind.Retraction);
        var changed = tail.Had(RevisionKind.Correction) || tail.Had(RevisionKind.Update);
        return status switch
        {
            null when retracted || changed => new StatusProblem(FindingKinds.PageUnreadable, "It has no storyprint:status."),
            null => null,
            "retracted" when !retracted => new StatusProblem(FindingKinds.StatusHidden, "It says that the story was retracted; the log has no retraction."),
            not "retracted" when retracted => new StatusProblem(FindingKinds.StatusHidden, $"The log has a retraction; the page says '{Short(status)}'."),
            "current" when changed => new StatusProblem(FindingKinds.StatusHidden, "The log has a correction or an update; the page says 'current'."),
            "current" or "updated" or "corrected" or "retracted" => null,
            _ => new StatusProblem(FindingKinds.PageUnreadable, $"Its storyprint:status is '{Short(status)}'."),
        };
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";

    private sealed record StatusProblem(FindingKind Kind, string Sentence, bool IsNewer = false);
}
