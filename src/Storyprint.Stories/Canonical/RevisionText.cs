namespace Storyprint.Stories.Canonical;

/// <summary>
/// The words of a revision as sealed: the content, the release's note, and the version of canonical text. All three are needed to recreate a canonical text.
/// </summary>
/// <param name="Note">The update's message to readers, or null. Not part of version 1.</param>
public sealed record RevisionText(TextVersion Version, StoryContent Content, string? Note)
{
    /// <summary>A text in the version that is sealed now.</summary>
    public static RevisionText New(StoryContent content, string? note = null) => new(TextVersion.V2, content, note);
}
