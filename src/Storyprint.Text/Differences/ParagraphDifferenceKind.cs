namespace Storyprint.Text.Differences;

/// <summary>The kind of change of a paragraph.</summary>
public enum ParagraphDifferenceKind
{
    /// <summary>Text and tag are the same, in the same place.</summary>
    Same,

    /// <summary>In the same place with another text, another tag or both.</summary>
    Changed,

    /// <summary>Only in the text after.</summary>
    Added,

    /// <summary>Only in the text before.</summary>
    Removed,

    /// <summary>The new place of a moved paragraph; its segments show what else changed in it.</summary>
    MovedHere,

    /// <summary>The old place of a moved paragraph; its one segment is the old text.</summary>
    MovedAway,
}
