using Storyprint.Stories.Drafts.Anchors;

namespace Storyprint.Storage.Drafts;

/// <summary>What somebody of the newsroom, or a guest, said about a draft.</summary>
public sealed record DraftComment
{
    public required string Id { get; init; }

    /// <summary>Null for a guest.</summary>
    public string? PersonId { get; init; }

    /// <summary>The digest of a guest's link; null for a person.</summary>
    public string? GuestLink { get; init; }

    public required string Author { get; init; }

    public required string Text { get; init; }

    /// <summary>The words of the draft that it is about; empty for all of it.</summary>
    public string Quote { get; init; } = string.Empty;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public string? DoneBy { get; init; }

    /// <summary>The words that it is about, with their place; null for the whole draft.</summary>
    public TextAnchor? Anchor { get; init; }

    /// <summary>The comment that it answers; null for one that begins.</summary>
    public string? AnswerTo { get; init; }

    /// <summary>Whether only its author sees it: a note to oneself.</summary>
    public bool IsPrivate { get; init; }
}
