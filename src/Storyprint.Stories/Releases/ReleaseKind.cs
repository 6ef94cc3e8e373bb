namespace Storyprint.Stories.Releases;

/// <summary>The kind of release that made a revision.</summary>
public enum ReleaseKind
{
    Publish = 1,
    Update = 2,
    Correction = 3,
    Retraction = 4,
    Withdrawal = 5,
}
