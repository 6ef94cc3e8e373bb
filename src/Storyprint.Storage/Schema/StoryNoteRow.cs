namespace Storyprint.Storage.Schema;

/// <summary>A public note that stands on a listed story, for the list of corrections.</summary>
public sealed class StoryNoteRow
{
    public required string Edition { get; set; }

    /// <summary>When the note was released, UTC milliseconds since 1970.</summary>
    public long ReleasedAt { get; set; }

    public long StoryId { get; set; }

    /// <summary>From 0 for the story's newest.</summary>
    public int Ordinal { get; set; }
}
