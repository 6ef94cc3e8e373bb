using Storyprint.Provenance.Entries;

namespace Storyprint.Verification.Pages;

/// <summary>Which note each revision of a story brought, or put into other words, as far as the sealed texts and the log say.</summary>
/// <param name="all">Every revision, the oldest first.</param>
internal sealed class StoryNotes(IReadOnlyList<SealedRevision> all)
{
    private SealedRevision Newest => all[^1];

    /// <summary>The number of the note that a correction or retraction brought; null where it brought none.</summary>
    public int? Brought(SealedRevision revision) => IsNoted(revision) && revision.Notes > (Before(revision)?.Notes ?? 0) ? revision.Notes : null;

    /// <summary>Whether a correction put an earlier note into other words and brought none of its own.</summary>
    public bool IsRewording(SealedRevision revision) => revision.Entry.Release == RevisionKind.Correction && Brought(revision) is null;

    /// <summary>The number of the note that a correction put into other words; null where it did not, or where a text of the first version does not tell.</summary>
    public int? Reworded(SealedRevision revision) => IsRewording(revision) && Before(revision) is { } before
        ? Ordinals(revision).Cast<int?>().FirstOrDefault(ordinal => !IsSame(before, revision, ordinal!.Value))
        : null;

    /// <summary>Whether a note was put into other words again after a revision.</summary>
    public bool IsRewordedAfter(SealedRevision revision, int ordinal) => all.Any(later => later.Name.Number > revision.Name.Number && Reworded(later) == ordinal);

    /// <summary>Whether a correction may have put a note of these words into other words in a way that no text of the first version tells.</summary>
    public bool MayBeUntold(SealedRevision revision, IReadOnlyList<string> said) => IsRewording(revision) && all.Any(each => each.Lines.IsFirstVersion)
        && said is [var one] && Newest.Lines.Of("correction").Any(note => PageText.IsSame(one, note));

    /// <summary>The numbers of the notes that a reader of an older revision lacks or has in other words, and of reasons of a retraction; the newest first.</summary>
    public IReadOnlyList<int> Since(SealedRevision older) => [.. Ordinals(Newest).Reverse().Where(ordinal => IsOfRetraction(ordinal) || IsRewordedAfter(older, ordinal) || !IsSame(older, Newest, ordinal))];

    /// <summary>Whether a note is the reason of a retraction.</summary>
    public bool IsOfRetraction(int ordinal) => all.Any(revision => revision.Entry.Release == RevisionKind.Retraction && Brought(revision) == ordinal);

    private static bool IsNoted(SealedRevision revision) => revision.Entry.Release is RevisionKind.Correction or RevisionKind.Retraction;

    private static bool IsSame(SealedRevision one, SealedRevision other, int ordinal) => (NoteInPublic.Of(one, ordinal), NoteInPublic.Of(other, ordinal)) is ({ } before, { } after)
        && before.Text == after.Text && (one.Lines.IsFirstVersion || other.Lines.IsFirstVersion || before.Parts.SequenceEqual(after.Parts));

    private static IEnumerable<int> Ordinals(SealedRevision revision) => Enumerable.Range(1, revision.Notes);

    private SealedRevision? Before(SealedRevision revision) => revision.Name.Number > 1 ? all[revision.Name.Number - 2] : null;
}
