namespace Storyprint.Verification.Pages;

/// <summary>
/// The times that pages may give for a story: those of its entries. What came from elsewhere may bear dates before its first entry, which nobody sealed.
/// </summary>
internal sealed class ReleaseTimes(IReadOnlyList<SealedRevision> revisions)
{
    public bool Has(DateTimeOffset at) => at.ToUnixTimeSeconds() is var second
        && (second <= revisions[0].ReleasedSecond || revisions.Any(revision => revision.ReleasedSecond == second));

    /// <summary>Whether a note can bear this time: that of the release which brought it, or an earlier one where it came from elsewhere.</summary>
    /// <param name="ordinal">The number of the note, 1 for the oldest.</param>
    public bool IsOfNote(int ordinal, DateTimeOffset at) =>
        revisions.FirstOrDefault(revision => revision.Notes >= ordinal) is { } brought
        && (brought.ReleasedSecond == at.ToUnixTimeSeconds()
            || (brought.ReleasedSecond > at.ToUnixTimeSeconds() && brought.Entry.Release is Provenance.Entries.RevisionKind.Publish or Provenance.Entries.RevisionKind.Update));
}
