using System.Security.Cryptography;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;
using Storyprint.Stories;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Integrity;

/// <summary>Checks a stored revision against its log entry: text, salt, digest, seal, kind, time, language, index.</summary>
internal sealed class RevisionCheck(PublisherName publisher, KeyList keys)
{
    /// <summary>The faults of a revision, a sentence each.</summary>
    /// <param name="before">The revision before it, or null.</param>
    public IEnumerable<string> Problems(StoredStory story, StoredRevision revision, StoredRevision? before)
    {
        if (revision.Number != (before?.Number ?? 0) + 1)
        {
            yield return $"It follows number {before?.Number ?? 0}: revisions are missing or numbered anew.";
        }

        if (revision.Entry is not { } entry)
        {
            yield return revision.Index is { } index ? $"The log has no revision as entry {index}." : "It names no entry of the log.";
            yield break;
        }

        foreach (var problem in AgainstEntry(story, revision, entry, before).Concat(OfText(story, revision, entry)).Concat(OfNotes(story, revision, before)))
        {
            yield return problem;
        }
    }

    private IEnumerable<string> AgainstEntry(StoredStory story, StoredRevision revision, RevisionEntry entry, StoredRevision? before)
    {
        if (entry.Revision.ToString() != $"{story.Code}.{revision.Number}")
        {
            yield return $"Entry {revision.Index} of the log is of {entry.Revision}.";
        }

        if (entry.Publisher.Text != publisher.Text)
        {
            yield return $"Its entry is of another publisher, {entry.Publisher}.";
        }

        if (!string.Equals(entry.Release.ToString(), revision.Kind.ToString(), StringComparison.Ordinal))
        {
            yield return $"It is stored as {revision.Kind}; the log has {entry.Release}.";
        }

        if (revision.ReleasedAt != entry.PublishedAt.ToUnixTimeMilliseconds())
        {
            yield return $"It is stored as released at {Time(revision.ReleasedAt)}; the log has {entry.PublishedAt:u}.";
        }

        if (entry.PreviousIndex != before?.Index)
        {
            yield return $"Its entry names entry {entry.PreviousIndex?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"} as the one before.";
        }

        if ((story.Row.Text("edition"), revision.Content?.Language ?? entry.Language) != (entry.Language, entry.Language))
        {
            yield return $"Its language is not that of its entry, {entry.Language}.";
        }
    }

    private IEnumerable<string> OfText(StoredStory story, StoredRevision revision, RevisionEntry entry)
    {
        var (digest, salt, seal) = (revision.Row.Bytes("digest"), revision.Row.Bytes("salt"), revision.Row.Bytes("seal"));
        if (revision.Unreadable is { } reason)
        {
            yield return $"Its content cannot be read: {reason}";
        }
        else if (revision.Canonical is not { } text)
        {
            if (digest is not null || salt is not null || seal is not null)
            {
                yield return "Its text is gone, and digest, salt or seal are still there.";
            }
            else if (!story.IsWithdrawn)
            {
                yield return "Its text is missing, and the story was not withdrawn.";
            }
        }
        else if (story.IsWithdrawn)
        {
            yield return "The story was withdrawn, and its text is still there.";
        }
        else
        {
            foreach (var problem in OfSealed(revision, entry, text, digest, salt, seal))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<string> OfSealed(StoredRevision revision, RevisionEntry entry, byte[] text, byte[]? digest, byte[]? salt, byte[]? seal)
    {
        var sealedDigest = SHA256.HashData(text);
        var isSalt = salt is { Length: Salt.Length };
        if (!isSalt)
        {
            yield return "Its salt is missing or damaged, so its text cannot be held against the log.";
        }
        else if (!entry.CommitsTo(text, new Salt(salt)))
        {
            var isDigestGood = digest is { Length: Sha256Hash.Length } && Commitment.To(new TextDigest(new Sha256Hash(digest)), new Salt(salt)) == entry.Text;
            yield return isDigestGood ? "Its content is not the text that was logged." : "Content and salt do not give what the log holds.";
        }

        if (digest is null || !digest.AsSpan().SequenceEqual(sealedDigest))
        {
            yield return "Its digest is not that of its content.";
        }

        if (seal is null || !Seal.TryRead(seal, out var read))
        {
            yield return "Its seal is missing or damaged.";
        }
        else if (keys.Judge(SealLink.Create(publisher, entry.Revision, read), revision.Index) is not SealVerdict.Counts)
        {
            yield return "Its seal is by no key that counts.";
        }
        else if (read.IssuedAt != entry.PublishedAt || read.Digest != new TextDigest(new Sha256Hash(sealedDigest)).Prefix)
        {
            yield return "Its seal is of another text or time.";
        }
    }

    // Not covered by the digest: a note's date and kind, and the sentence of an update, which only an update has.
    private static IEnumerable<string> OfNotes(StoredStory story, StoredRevision revision, StoredRevision? before)
    {
        if (revision.Content is not { } content || (revision.Number > 1 && before?.Content is null) || revision.Number <= story.SourceRevision)
        {
            yield break;
        }

        var (notes, stood) = (content.Corrections, before?.Content?.Corrections ?? []);
        var added = notes.Count - stood.Count;
        if (added is < 0 or > 1 || (added == 1) != (IsNoted(revision.Kind) && !IsNoteCorrected(revision, notes, stood)))
        {
            yield return $"It has {notes.Count} correction notes after {stood.Count}.";
            yield break;
        }

        if (added == 1 && (notes[0].At.ToUnixTimeMilliseconds() != revision.ReleasedAt || notes[0].Kind == NoteKind.Retraction != (revision.Kind == ReleaseKind.Retraction)))
        {
            yield return "The note that it brought has another date or kind than the release.";
        }

        if (stood.Where((note, at) => (note.At, note.Kind) != (notes[at + added].At, notes[at + added].Kind)).Any())
        {
            yield return "A correction note has another date or kind than in the revision before.";
        }

        if (revision.Kind == ReleaseKind.Retraction && StoryJson.Write(content with { Corrections = [] }) != StoryJson.Write(before!.Content! with { Corrections = [] }))
        {
            yield return "A retraction leaves the story as it is, and it is another than before.";
        }

        if (revision.Row.Text("note") is not null && revision.Kind is not ReleaseKind.Update and not ReleaseKind.Correction)
        {
            yield return "It has the public note of an update, and is none.";
        }
    }

    private static bool IsNoted(ReleaseKind kind) => kind is ReleaseKind.Correction or ReleaseKind.Retraction;

    private static bool IsNoteCorrected(StoredRevision revision, IReadOnlyList<CorrectionNote> notes, IReadOnlyList<CorrectionNote> stood) =>
        revision.Kind == ReleaseKind.Correction && notes.Count == stood.Count;

    private static string Time(long? milliseconds) =>
        milliseconds is >= -62_135_596_800_000 and <= 253_402_300_799_999 ? $"{DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value):u}" : "no time";
}
