namespace Storyprint.Storage.Schema;

/// <summary>The desk that a story belongs to.</summary>
public sealed class StoryDeskRow
{
    public long StoryId { get; set; }

    public required string Desk { get; set; }
}
