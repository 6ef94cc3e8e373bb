namespace Storyprint.Text.Differences;

/// <summary>In which of the two texts a segment is.</summary>
public enum SegmentKind
{
    /// <summary>In both, letter for letter.</summary>
    Same,

    /// <summary>Only in the text before.</summary>
    Removed,

    /// <summary>Only in the text after.</summary>
    Added,
}
