using System.Globalization;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification;

/// <summary>Holds what readers see against the log: each story's page must show its newest revision and say what became of it.</summary>
internal sealed class CheckPages(SiteCheckRequest request, StoryHistory stories, DeferredFindings deferred, Findings findings)
{
    private const int SideBySide = 8;
    private long read;
    private long good;

    public long Good => good;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation };
        await Parallel.ForEachAsync(stories.Stories, options, async (story, stop) =>
        {
            var address = PublishedFiles.NewsPage(story.Code);
            try
            {
                var answer = await request.Site.ReadAsync(address, NewsPage.MaxLength, stop);
                if (Problem(story.Code, story.Tail, answer) is not { } problem)
                {
                    var isWithdrawn = story.Tail.WithdrawnAt is not null;
                    if (isWithdrawn || await SaysWhatWasSealedAsync(story.Code, story.Tail, address, answer!.Bytes, stop))
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

    // The text was held against the log before; where it could not be, that is what was reported.
    private async Task<bool> SaysWhatWasSealedAsync(string code, StoryLogState tail, string address, byte[] page, CancellationToken cancellation)
    {
        if (!RevisionName.TryCreate(code, tail.Number, out var name)
            || await request.Site.ReadAsync(PublishedFiles.Revision(name), RevisionDocument.MaxLength, cancellation) is not { IsGone: false, IsTooLong: false } answer
            || !RevisionDocument.TryParse(answer.Bytes, out var document, out _) || document.Text is not { } text)
        {
            return true;
        }

        if (SealedLines.Read(text) is not { } lines)
        {
            findings.Add(FindingKinds.PageWordsNotCompared, address, "Its text is of a later version.");
            return true;
        }

        var print = $"{address}/print";
        var printed = request.IsFull || IsInSample(code) ? await request.Site.ReadAsync(print, NewsPage.MaxLength, cancellation) : null;
        var problems = new List<(string About, string Sentence)>();
        foreach (var (about, bytes) in ((string, byte[]?)[])[(address, page), (print, printed is { IsGone: false, IsTooLong: false } ? printed.Bytes : null)])
        {
            if (bytes is not null && PageWords.Problem(bytes, lines) is { } sentence)
            {
                problems.Add((about, sentence));
            }
        }

        problems.ForEach(problem => findings.Add(FindingKinds.PageSaysOther, problem.About, problem.Sentence));
        return problems.Count == 0;
    }

    // One in ten, and the same ones in every check.
    private static bool IsInSample(string code) => code.Sum(digit => digit) % 10 == 0;

    private PageProblem? Problem(string code, StoryLogState tail, SiteAnswer? answer)
    {
        if (tail.WithdrawnAt is not null)
        {
            // A folder cannot answer 410: an archive has a page there that says it, or none.
            var isGone = answer is { IsGone: true } || (!request.Site.CanSayGone && (answer is null || NewsPage.Read(answer.Bytes) is { Revision: null, Status: "withdrawn" }));
            return isGone ? null : new PageProblem(FindingKinds.PageNotGone, answer is null ? "It answers as if it had never been (404)." : "It still shows a page.");
        }

        return answer switch
        {
            null => new PageProblem(FindingKinds.PageMissing, "There is no page."),
            { IsGone: true } => new PageProblem(FindingKinds.PageMissing, "It answers that the story is gone (410)."),
            { IsTooLong: true } => new PageProblem(FindingKinds.PageUnreadable, "The page is too long to be read."),
            _ => Compare(code, tail, NewsPage.Read(answer.Bytes)),
        };
    }

    private static PageProblem? Compare(string code, StoryLogState tail, NewsPage page)
    {
        if (!RevisionName.TryParse(page.Revision, out var shown))
        {
            return new PageProblem(FindingKinds.PageUnreadable, "It has no storyprint:revision, or several.");
        }

        if (shown.Code != code || shown.Number != tail.Number)
        {
            return new PageProblem(FindingKinds.PageShowsOther, $"It shows {shown}; the newest in the log is {code}.{tail.Number}.", shown.Code == code && shown.Number > tail.Number);
        }

        if (page.Version is { } version && version != tail.Number.ToString(CultureInfo.InvariantCulture))
        {
            return new PageProblem(FindingKinds.PageShowsOther, $"It is marked as {shown}, and its JSON-LD says version {Short(version)}.");
        }

        return CompareStatus(tail, page.Status);
    }

    // A correction of a note can follow a retraction; the story stays retracted.
    private static PageProblem? CompareStatus(StoryLogState tail, string? status)
    {
        var retracted = tail.Had(RevisionKind.Retraction);
        var changed = tail.Had(RevisionKind.Correction) || tail.Had(RevisionKind.Update);
        return status switch
        {
            null when retracted || changed => new PageProblem(FindingKinds.PageUnreadable, "It has no storyprint:status."),
            null => null,
            "retracted" when !retracted => new PageProblem(FindingKinds.StatusHidden, "It says that the story was retracted; the log has no retraction."),
            not "retracted" when retracted => new PageProblem(FindingKinds.StatusHidden, $"The log has a retraction; the page says '{Short(status)}'."),
            "current" when changed => new PageProblem(FindingKinds.StatusHidden, "The log has a correction or an update; the page says 'current'."),
            "current" or "updated" or "corrected" or "retracted" => null,
            _ => new PageProblem(FindingKinds.PageUnreadable, $"Its storyprint:status is '{Short(status)}'."),
        };
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";

    private sealed record PageProblem(FindingKind Kind, string Sentence, bool IsNewer = false);
}
