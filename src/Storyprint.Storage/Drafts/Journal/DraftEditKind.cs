namespace Storyprint.Storage.Drafts.Journal;

/// <summary>How a state of a draft came to be. The numbers are stored in the database.</summary>
public enum DraftEditKind
{
    /// <summary>The editor opened the story for the first time.</summary>
    Opened = 1,

    /// <summary>Somebody wrote.</summary>
    Written = 2,

    /// <summary>The text was changed elsewhere: by an import, a copy that a guest handed in, a release.</summary>
    FromElsewhere = 3,

    /// <summary>Somebody went back to an earlier state.</summary>
    Restored = 4,

    /// <summary>Somebody took changes of a proposal.</summary>
    Proposed = 5,
}
