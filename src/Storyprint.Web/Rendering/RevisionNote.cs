using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Web.Rendering;

/// <summary>A revision's message to readers: what is new, what was corrected, why it was retracted.</summary>
internal static class RevisionNote
{
    /// <summary>Empty where the revision has none.</summary>
    public static string For(PublishedStory story) => story.Note ?? Reworded(story.ReleasedAt, story.Content.Corrections)?.Text
        ?? story.Content.Corrections.FirstOrDefault(note => note.At == story.ReleasedAt)?.Text ?? string.Empty;

    /// <summary>The note whose words were corrected at that instant.</summary>
    public static CorrectionNote? Reworded(DateTimeOffset releasedAt, IReadOnlyList<CorrectionNote> notes) =>
        notes.FirstOrDefault(note => note.CorrectedAt == releasedAt);

    /// <summary>The note that each revision added.</summary>
    /// <param name="revisions">All revisions of a story.</param>
    /// <param name="notes">The notes of its newest revision, newest first: notes are only ever added in front.</param>
    public static IReadOnlyDictionary<RevisionNumber, CorrectionNote> Brought(IReadOnlyList<RevisionOfStory> revisions, IReadOnlyList<CorrectionNote> notes)
    {
        var brought = new Dictionary<RevisionNumber, CorrectionNote>();
        var left = notes.Reverse().ToList();
        foreach (var revision in revisions.Where(revision => revision.Kind is ReleaseKind.Correction or ReleaseKind.Retraction).OrderBy(revision => revision.Number.Value))
        {
            // Two releases can share a second: the older note belongs to the older revision.
            if (left.Find(note => note.At == revision.ReleasedAt) is { } note)
            {
                brought[revision.Number] = note;
                left.Remove(note);
            }
        }

        return brought;
    }
}
