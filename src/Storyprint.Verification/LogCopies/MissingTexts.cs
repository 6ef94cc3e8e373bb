using System.Collections.Concurrent;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Verification;
using Storyprint.Stories.Canonical;

namespace Storyprint.Verification.LogCopies;

/// <summary>Fetches the texts of missing revisions. Only what the log's entry commits to is taken.</summary>
public sealed class MissingTexts(IPublishedSite site, AuditedLogCopy copy)
{
    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<long, CopiedText> texts = new();
    private readonly ConcurrentDictionary<long, string> lost = new();

    /// <summary>The missing entries with their texts, and why a text could not be had, for those that should have one.</summary>
    public async Task<(IReadOnlyList<CopiedEntry> Entries, IReadOnlyList<(RevisionEntry Entry, string Reason)> Lost)> ReadAsync(CancellationToken cancellation)
    {
        // A story that was withdrawn, by now or later in the copy, has no texts any more, and is not asked for them.
        var wanted = copy.Missing.Where(missing => missing.Entry is RevisionEntry revision && copy.Stories[revision.Revision.Code].WithdrawnAt is null);
        await Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (missing, stop) =>
        {
            var (text, reason) = await ReadAsync(missing, (RevisionEntry)missing.Entry, stop);
            if (text is not null)
            {
                texts[missing.Index] = text;
            }
            else
            {
                lost[missing.Index] = reason;
            }
        });
        return (
            [.. copy.Missing.Select(missing => texts.TryGetValue(missing.Index, out var text) ? missing with { Text = text } : missing)],
            [.. copy.Missing.Where(missing => lost.ContainsKey(missing.Index)).Select(missing => ((RevisionEntry)missing.Entry, lost[missing.Index]))]);
    }

    private async Task<(CopiedText? Text, string Reason)> ReadAsync(CopiedEntry missing, RevisionEntry entry, CancellationToken cancellation)
    {
        SiteAnswer? answer;
        try
        {
            answer = await site.ReadAsync(PublishedFiles.Revision(entry.Revision), RevisionDocument.MaxLength, cancellation);
        }
        catch (SourceUnreachableException fault)
        {
            return (null, $"It could not be read: {fault.Message}");
        }

        return answer is null ? (null, "The copy does not have it.")
            : answer.IsTooLong ? (null, "It is too long to be a revision.")
            : RevisionDocument.TryParse(answer.Bytes, out var document, out var malformed) ? Take(document, missing, entry)
            : (null, malformed);
    }

    private static (CopiedText? Text, string Reason) Take(RevisionDocument document, CopiedEntry missing, RevisionEntry entry) =>
        document.Erased ? (null, "The copy has it without its text.")
        : !document.IsOf(entry.Revision, missing.Index) || !document.TextIsThatOf(entry) ? (null, "The text in the copy is not the one that was logged.")
        : !CanonicalText.TryRead(document.Text!, entry.PublishedAt, out var read) || read.Content.Language != entry.Language ? (null, "Its text is of a form that this version of Storyprint cannot read back.")
        : (new CopiedText(document.Text!, Convert.FromHexString(document.Salt!)), string.Empty);
}
