using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Web.Rendering;

/// <summary>What a revision told its readers: what is new, what was corrected, why it was retracted.</summary>
internal static class RevisionNote
{
    /// <summary>Empty where the revision told nothing.</summary>
    public static string For(PublishedStory story) => story.Note ?? Reworded(story.ReleasedAt, story.Content.Corrections)?.Text
        ?? story.Content.Corrections.FirstOrDefault(note => note.At == story.ReleasedAt)?.Text ?? string.Empty;

    /// <summary>The note whose words were put right at that instant.</summary>
    public static CorrectionNote? Reworded(DateTimeOffset releasedAt, IReadOnlyList<CorrectionNote> notes) =>
        notes.FirstOrDefault(note => note.CorrectedAt == releasedAt);

    /// <summary>The note that each revision brought.</summary>
    /// <param name="revisions">All of a story.</param>
    /// <param name="notes">Of its newest revision, newest first: notes only ever come on top.</param>
    public static IReadOnlyDictionary<RevisionNumber, CorrectionNote> Brought(IReadOnlyList<RevisionOfStory> revisions, IReadOnlyList<CorrectionNote> notes)
    {
        var brought = new Dictionary<RevisionNumber, CorrectionNote>();
        var left = notes.Reverse().ToList();
        foreach (var revision in revisions.Where(revision => revision.Kind is ReleaseKind.Correction or ReleaseKind.Retraction).OrderBy(revision => revision.Number.Value))
        {
            // Two releases can share a second; then the older note belongs to the older revision.
            if (left.Find(note => note.At == revision.ReleasedAt) is { } note)
            {
                brought[revision.Number] = note;
                left.Remove(note);
            }
        }

        return brought;
    }
}
