namespace Storyprint.Storage.Schema;

/// <summary>A listed story under one of its topics.</summary>
public sealed class StoryTopicRow
{
    public required string Edition { get; set; }

    public required string Slug { get; set; }

    public long SortKey { get; set; }

    public long StoryId { get; set; }
}
