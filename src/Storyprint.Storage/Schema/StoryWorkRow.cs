namespace Storyprint.Storage.Schema;

/// <summary>How far the newsroom's work on a story's text has come.</summary>
public sealed class StoryWorkRow
{
    public long StoryId { get; set; }

    /// <summary>The person who has it in hand; null for nobody.</summary>
    public string? Holder { get; set; }

    /// <summary>The person who submitted the text that is in work; null while nobody did.</summary>
    public string? SubmittedBy { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long? SubmittedAt { get; set; }

    /// <summary>The person who approved the text; null while nobody did.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long? ApprovedAt { get; set; }

    /// <summary>SHA-256 of the content that was approved: another text is not.</summary>
    public byte[]? ApprovedDigest { get; set; }

    /// <summary>The words of the note that the next release shall bear, as JSON of <see cref="Storyprint.Stories.Releases.NoteWords"/>; null while nobody wrote any.</summary>
    public string? Note { get; set; }
}
