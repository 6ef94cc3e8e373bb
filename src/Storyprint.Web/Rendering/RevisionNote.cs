using Storyprint.Storage.Stories;
using Storyprint.Stories.Releases;

namespace Storyprint.Web.Rendering;

/// <summary>What a revision told its readers: what is new, what was corrected, why it was retracted.</summary>
internal static class RevisionNote
{
    /// <summary>Empty where the revision told nothing.</summary>
    public static string Of(PublishedStory story) => story.Note ?? Of(story.ReleasedAt, story.Content.Corrections)?.Text ?? string.Empty;

    /// <summary>The note that came, or was reworded, with the release of that instant.</summary>
    /// <param name="notes">Newest first; of the revision or of a later one, for notes stay.</param>
    /// <param name="later">How many notes came with later releases of the same second.</param>
    public static CorrectionNote? Of(DateTimeOffset releasedAt, IReadOnlyList<CorrectionNote> notes, int later = 0) =>
        notes.FirstOrDefault(note => note.CorrectedAt == releasedAt) ?? notes.Where(note => note.At == releasedAt).Skip(later).FirstOrDefault();
}
