namespace Storyprint.Storage.Schema;

/// <summary>A reader's comment that came with a story from an earlier system. Nothing seals it, and no address or mail of its author is kept.</summary>
public sealed class StoryCommentRow
{
    public long StoryId { get; set; }

    /// <summary>From 0, in the order of the archive.</summary>
    public int Ordinal { get; set; }

    public required string Author { get; set; }

    /// <summary>UTC milliseconds since 1970; null where the archive did not say.</summary>
    public long? WrittenAt { get; set; }

    /// <summary>Plain text; line feeds are line breaks.</summary>
    public required string Text { get; set; }

    /// <summary>The ordinal of the comment that it answers, or null.</summary>
    public int? Parent { get; set; }
}
