namespace Storyprint.Mail.Outbox;

/// <summary>A mail as it is put into the outbox: the same words as text and as HTML.</summary>
public sealed record OutgoingMail
{
    /// <summary>The address, such as <c>june@example.org</c>.</summary>
    public required string Recipient { get; init; }

    /// <summary>The name of the person it is for.</summary>
    public required string RecipientName { get; init; }

    /// <summary>Null where the person has no account yet.</summary>
    public string? PersonId { get; init; }

    public required MailKind Kind { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary>BCP 47 tag of the language it is written in.</summary>
    public required string Language { get; init; }
}
