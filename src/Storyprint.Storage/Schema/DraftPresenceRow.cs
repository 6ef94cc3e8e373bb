namespace Storyprint.Storage.Schema;

/// <summary>Somebody who has a story open in an editor.</summary>
public sealed class DraftPresenceRow
{
    public long StoryId { get; set; }

    public required string Editor { get; set; }

    public required string PersonId { get; set; }

    public required string Name { get; set; }

    /// <summary>The identity of the block that the caret is in; empty where that is not known.</summary>
    public required string Block { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long SeenAt { get; set; }
}
