using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Text.Differences;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Releases;

/// <summary>Reports the outcome of a release on the terminal.</summary>
internal static class ReleaseReport
{
    /// <summary>The exit code: 0 released, 1 not possible now, 2 refused by the rules.</summary>
    public static async Task<int> ShowAsync(this ReleaseSession session, ReleaseOutcome outcome, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case ReleaseOutcome.Done done:
                Console.WriteLine($"{Word(done.Revision.Kind)}: {done.Id} ({done.Revision.ReleasedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC), log entry {done.LogIndex}.");
                Console.WriteLine($"  {session.Publication.PublicAddress.ShortLink(done.Code)}");
                foreach (var finding in done.Revision.Findings)
                {
                    Console.WriteLine($"  {finding.Sentence}");
                }

                if (session.MarkProblem is { } reason)
                {
                    await Console.Error.WriteLineAsync($"  The mark of the log could not be written ({reason}). The release stands, but a database that is set back would not be noticed: see 'storyprint doctor'.");
                }

                if (done.ClockFault is { } fault)
                {
                    await Console.Error.WriteLineAsync($"  {fault.Sentence} The release bears the time of the log's newest entry. Have the clock checked: until it is right, nothing is published or updated.");
                }

                if (done.NotErased is { } left)
                {
                    await Console.Error.WriteLineAsync($"  The story is withdrawn, and no reader gets it. Not all of its bytes could be erased ({left.TrimEnd('.')}): the nightly sweep of 'storyprint serve' tries again, or run 'storyprint sweep' now.");
                }

                await ShowAsync(done.Witnesses);
                return 0;
            case ReleaseOutcome.Refused refused:
                foreach (var refusal in refused.Refusals)
                {
                    await Console.Error.WriteLineAsync(refusal.Sentence);
                    if (refusal is ReleaseRefusal.NoteNeeded needed)
                    {
                        foreach (var finding in needed.Findings)
                        {
                            await Console.Error.WriteLineAsync($"  {finding.Sentence}");
                        }

                        var offered = await session.OfferedNoteAsync(refused.Current!.Value.Code, needed, cancellation);
                        await Console.Error.WriteLineAsync($"Say --accept-note to release it with this note: {offered.Text}");
                    }

                    if (refusal is ReleaseRefusal.AnotherCameFirst { Expected: { } expected } came)
                    {
                        await session.ShowChangesAsync(refused.Current!.Value.Code, expected, came.Newer.Number, cancellation);
                    }
                }

                return ReleaseSession.Refused;
            default:
                return await CommandError.WriteAsync(outcome.Reason);
        }
    }

    private static async Task ShowAsync(WitnessReport? report)
    {
        if (report is null)
        {
            return;
        }

        Console.WriteLine($"  {report.SeenBy} of {report.Results.Count} witnesses have cosigned the log"
            + (report.Quorum == 0 ? "." : report.IsReached ? $"; {report.Quorum} are needed." : $"; {report.Quorum} are needed, so programs that ask for them do not count this release yet. It stands, and 'storyprint serve' goes on asking."));
        foreach (var result in report.Results.Where(result => !result.HasCosigned))
        {
            await Console.Error.WriteLineAsync($"  Witness {result.Witness.Name}: {result.Sentence}");
        }
    }

    /// <summary>Shows the paragraphs that differ between two revisions, with [-what went-] and {+what came+}.</summary>
    private static async Task ShowChangesAsync(this ReleaseSession session, StoryCode code, RevisionNumber from, RevisionNumber to, CancellationToken cancellation)
    {
        if (await session.Stories.FindAsync(new RevisionId(code, from), cancellation) is not { } before
            || await session.Stories.FindAsync(new RevisionId(code, to), cancellation) is not { } after)
        {
            return;
        }

        await Console.Error.WriteLineAsync($"From {code}.{from} to {code}.{to}:");
        foreach (var paragraph in RevisionComparison.Compare(before.Content, after.Content).Paragraphs.Where(paragraph => paragraph.Kind != ParagraphDifferenceKind.Same))
        {
            await Console.Error.WriteLineAsync($"  {paragraph.Tag}: " + string.Concat(paragraph.Segments.Select(segment => segment.Kind switch
            {
                SegmentKind.Removed => $"[-{segment.Text}-]",
                SegmentKind.Added => $"{{+{segment.Text}+}}",
                _ => segment.Text,
            })));
        }
    }

    private static string Word(ReleaseKind kind) => kind switch
    {
        ReleaseKind.Publish => "Published",
        ReleaseKind.Update => "Updated",
        ReleaseKind.Correction => "Corrected",
        ReleaseKind.Retraction => "Retracted",
        _ => "Withdrawn",
    };
}
