namespace Storyprint.Stories.Workflow;

/// <summary>What a person of the newsroom is. The numbers are stored in the database.</summary>
public enum Role
{
    /// <summary>Writes drafts and submits them.</summary>
    Reporter = 1,

    /// <summary>Edits, approves and releases the stories of the desks it belongs to.</summary>
    Editor = 2,

    /// <summary>Decides on people, settings and keys, and may do whatever an editor may, on every desk.</summary>
    Administrator = 3,
}
