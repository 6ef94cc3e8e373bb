namespace Storyprint.Mail.Outbox;

/// <summary>A mail of the outbox as an administrator sees it: without its words.</summary>
public sealed record MailEntry
{
    public required string Id { get; init; }

    public required string Recipient { get; init; }

    /// <summary>The word of a <see cref="MailKind"/>.</summary>
    public required string Kind { get; init; }

    public required MailState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next, while it waits.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>What went wrong the last time; null where nothing did.</summary>
    public string? Fault { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether its words are still there, so that it can be tried again.</summary>
    public required bool HasLetter { get; init; }
}
