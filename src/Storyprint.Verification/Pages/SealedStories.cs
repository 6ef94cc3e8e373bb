using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification.Pages;

/// <summary>The sealed texts, read when a page is held against them. What lists show again and again is kept for a while.</summary>
internal sealed class SealedStories(IPublishedSite site, StoryHistory stories)
{
    // Characters of text: some 32 MB.
    private const long Kept = 8 << 20;

    private readonly ConcurrentDictionary<string, SealedRevision> newest = new(StringComparer.Ordinal);
    private long kept;

    /// <summary>The newest revision of a story that is in the log and stands; null where there is none, or where its text was found wanting already.</summary>
    public async Task<SealedRevision?> NewestAsync(string code, CancellationToken cancellation)
    {
        if (newest.TryGetValue(code, out var known))
        {
            return known;
        }

        if (stories.Find(code) is not { WithdrawnAt: null } tail || await ReadAsync(code, tail.Number, cancellation) is not { } read
            || read.Index != tail.Index || read.ReleasedSecond != tail.PublishedSecond)
        {
            return null;
        }

        if (Interlocked.Add(ref kept, read.Text.Length) > Kept)
        {
            newest.Clear();
            Interlocked.Exchange(ref kept, read.Text.Length);
        }

        return newest[code] = read;
    }

    /// <summary>The number of a story's newest revision, or null where the log has no such story.</summary>
    public int? NumberOf(string code) => stories.Find(code)?.Number;

    /// <summary>Whether the site has a revision that the log which was read does not have yet.</summary>
    public async Task<bool> HasNewerAsync(string code, CancellationToken cancellation) =>
        RevisionName.TryCreate(code, (NumberOf(code) ?? 0) + 1L, out var next) && await site.ReadAsync(PublishedFiles.Revision(next), RevisionDocument.MaxLength, cancellation) is not null;

    /// <summary>A revision; null where its text is not there, not the one of its entry, or of a version that is not known here.</summary>
    public async Task<SealedRevision?> ReadAsync(string code, int number, CancellationToken cancellation) =>
        RevisionName.TryCreate(code, number, out var name)
        && await site.ReadAsync(PublishedFiles.Revision(name), RevisionDocument.MaxLength, cancellation) is { IsGone: false, IsTooLong: false } answer
        && RevisionDocument.TryParse(answer.Bytes, out var document, out _) && document.Text is { } text
        && TryReadEntry(document, name, out var entry) && document.TextIsThatOf(entry)
        && SealedLines.Read(text) is { } lines
            ? new SealedRevision(document.Index, entry, text, lines)
            : null;

    /// <summary>All revisions up to one, the oldest first; those that cannot be read are left out.</summary>
    public async Task<IReadOnlyList<SealedRevision>> UpToAsync(SealedRevision last, CancellationToken cancellation)
    {
        var all = new List<SealedRevision>();
        for (var number = 1; number < last.Name.Number; number++)
        {
            if (await ReadAsync(last.Name.Code, number, cancellation) is { } revision)
            {
                all.Add(revision);
            }
        }

        return [.. all, last];
    }

    private static bool TryReadEntry(RevisionDocument document, RevisionName name, [NotNullWhen(true)] out RevisionEntry? entry)
    {
        entry = LogEntry.TryParse(Encoding.ASCII.GetBytes(document.Entry), out var read, out _) ? read as RevisionEntry : null;
        return entry is not null && entry.Revision == name && document.IsOf(name, document.Index);
    }
}
