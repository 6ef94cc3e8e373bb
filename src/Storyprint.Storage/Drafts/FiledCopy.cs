namespace Storyprint.Storage.Drafts;

/// <summary>A text that a guest handed in for a draft.</summary>
public sealed record FiledCopy
{
    public required string Id { get; init; }

    public required string GuestLink { get; init; }

    public required string Author { get; init; }

    public required string Headline { get; init; }

    /// <summary>As it was typed; paragraphs stand apart by an empty line.</summary>
    public required string Text { get; init; }

    public FiledCopyState State { get; init; } = FiledCopyState.Waiting;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? DecidedBy { get; init; }
}

/// <summary>The numbers are stored in the database.</summary>
public enum FiledCopyState
{
    Waiting = 1,

    /// <summary>Its words are in the draft.</summary>
    Taken = 2,

    SetAside = 3,
}
