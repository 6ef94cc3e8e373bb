namespace Storyprint.Storage.Schema;

/// <summary>A text that a guest handed in for a draft.</summary>
public sealed class FiledCopyRow
{
    public required string Id { get; set; }

    public long StoryId { get; set; }

    public required string GuestLink { get; set; }

    public required string Author { get; set; }

    public required string Headline { get; set; }

    public required string Text { get; set; }

    public int State { get; set; }

    public long CreatedAt { get; set; }

    public long? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }
}
