using System.Text;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification;

/// <summary>Holds each revision's text and salt against its entry, and has each receipt checked.</summary>
internal sealed class CheckRevisions(SiteCheckRequest request, StoryHistory stories, CheckReceipts receipts, Findings findings)
{
    private const int SideBySide = 8;
    private long read;
    private long texts;
    private long erased;

    public long Texts => texts;

    public long Erased => erased;

    public async Task RunAsync(CheckedEntries entries, long total, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation };
        await Parallel.ForEachAsync(entries.AllAsync(cancellation), options, async (each, stop) =>
        {
            if (LogEntry.TryParse(each.Entry.Span, out var entry, out _) && entry is RevisionEntry revision)
            {
                await CheckAsync(each.Index, revision, each.Entry, stop);
                request.Progress?.Report(new CheckProgress("revisions", Interlocked.Increment(ref read), total));
            }
        });
    }

    private async Task CheckAsync(long index, RevisionEntry entry, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var name = entry.Revision.ToString();
        try
        {
            var document = await ReadAsync(index, entry, cancellation);
            await receipts.CheckAsync(index, entry, bytes, document, cancellation);
        }
        catch (SourceUnreachableException unreachable)
        {
            findings.Add(FindingKinds.NotRead, name, unreachable.Message);
        }
    }

    private async Task<RevisionDocument?> ReadAsync(long index, RevisionEntry entry, CancellationToken cancellation)
    {
        var address = PublishedFiles.Revision(entry.Revision);
        var answer = await request.Site.ReadAsync(address, RevisionDocument.MaxLength, cancellation);
        if (answer is null)
        {
            findings.Add(FindingKinds.RevisionMissing, address, "There is nothing at this address.");
            return null;
        }

        if (answer.IsTooLong || !RevisionDocument.TryParse(answer.Bytes, out var document, out var reason))
        {
            findings.Add(FindingKinds.RevisionUnreadable, address, answer.IsTooLong ? "The file is longer than any revision's can be." : "The file cannot be read as a revision's.");
            return null;
        }

        if (answer.IsGone && !document.Erased)
        {
            findings.Add(FindingKinds.RevisionUnreadable, address, "It is answered as gone (410), and yet has a text.");
        }
        else if (!document.IsOf(entry.Revision, index) || document.Entry != Encoding.ASCII.GetString(entry.ToBytes()))
        {
            findings.Add(FindingKinds.RevisionIsAnother, address, $"It says to be {document.Code}.{document.Revision}, entry {document.Index}; the log has {entry.Revision} as entry {index}{(document.IsOf(entry.Revision, index) ? ", with other words" : "")}.");
        }
        else if (document.Erased)
        {
            CheckErasure(index, entry, address);
        }
        else if (document.TextIsThatOf(entry))
        {
            Interlocked.Increment(ref texts);
        }
        else
        {
            findings.Add(FindingKinds.TextDiffers, address, "Text and salt do not give what the log holds.");
        }

        return document;
    }

    private void CheckErasure(long index, RevisionEntry entry, string address)
    {
        if (stories[entry.Revision.Code].WithdrawnAt >= index)
        {
            Interlocked.Increment(ref erased);
        }
        else
        {
            findings.Add(FindingKinds.ErasedUnsaid, address, "The text is erased, and the log has no withdrawal of the story after it.");
        }
    }
}
