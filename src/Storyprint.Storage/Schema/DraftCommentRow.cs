namespace Storyprint.Storage.Schema;

/// <summary>What somebody of the newsroom, or a guest, said about a draft.</summary>
public sealed class DraftCommentRow
{
    public required string Id { get; set; }

    public long StoryId { get; set; }

    /// <summary>Null for a guest.</summary>
    public string? PersonId { get; set; }

    /// <summary>The link of a guest; null for a person.</summary>
    public string? GuestLink { get; set; }

    public required string Author { get; set; }

    public required string Text { get; set; }

    /// <summary>The words of the draft that it is about; empty for all of it.</summary>
    public required string Quote { get; set; }

    public long CreatedAt { get; set; }

    public long? DoneAt { get; set; }

    public string? DoneBy { get; set; }

    /// <summary>The block whose words it is about; null for the whole draft.</summary>
    public string? Block { get; set; }

    /// <summary>The name of the text in the block.</summary>
    public string? TextName { get; set; }

    /// <summary>Where its words began when it was written, in UTF-16 units.</summary>
    public int? TextOffset { get; set; }

    /// <summary>The comment that it answers; null for one that begins.</summary>
    public string? AnswerTo { get; set; }

    /// <summary>Whether only its author sees it.</summary>
    public bool IsPrivate { get; set; }
}
