namespace Storyprint.Stories.Canonical;

/// <summary>
/// The words of a revision as they are sealed: what readers see, the note that the release told them, and the version of canonical text that says how. Whoever
/// makes a canonical text again must know all three.
/// </summary>
/// <param name="Note">What an update says is new; null where it says nothing. Version 1 does not hold it.</param>
public sealed record RevisionText(TextVersion Version, StoryContent Content, string? Note)
{
    /// <summary>A text that is sealed now.</summary>
    public static RevisionText New(StoryContent content, string? note = null) => new(TextVersion.V2, content, note);
}
