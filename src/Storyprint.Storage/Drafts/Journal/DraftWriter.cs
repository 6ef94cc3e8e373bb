namespace Storyprint.Storage.Drafts.Journal;

/// <summary>Who writes in a draft.</summary>
/// <param name="PersonId">Null where nobody of the newsroom did: an import, a release.</param>
/// <param name="Name">As it is shown beside words.</param>
/// <param name="Editor">The editor, one for each tab of a browser; null for what was not written in one.</param>
public sealed record DraftWriter(string? PersonId, string Name, string? Editor = null)
{
    /// <summary>What came from elsewhere.</summary>
    public static DraftWriter Elsewhere { get; } = new(null, string.Empty);
}
