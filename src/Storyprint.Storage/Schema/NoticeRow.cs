namespace Storyprint.Storage.Schema;

/// <summary>Something that one person should know.</summary>
public sealed class NoticeRow
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    public required string Kind { get; set; }

    /// <summary>The story it is about; its headline is read when the notice is shown.</summary>
    public long? StoryId { get; set; }

    /// <summary>A name or value of the sentence, never words of a story.</summary>
    public required string Detail { get; set; }

    public long CreatedAt { get; set; }

    public long? ReadAt { get; set; }

    /// <summary>Whether it is to be mailed.</summary>
    public int Mail { get; set; }
}
