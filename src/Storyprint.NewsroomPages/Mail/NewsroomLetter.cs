using Storyprint.Mail.Outbox;

namespace Storyprint.NewsroomPages.Mail;

/// <summary>A letter to one person, before it is written as text and as HTML.</summary>
public sealed record NewsroomLetter
{
    public required string Recipient { get; init; }

    public required string RecipientName { get; init; }

    /// <summary>Null where the person has no account yet.</summary>
    public string? PersonId { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>BCP 47 tag of the person's language.</summary>
    public required string Language { get; init; }

    /// <summary>The publication's name in that language.</summary>
    public required string Paper { get; init; }

    public required string Subject { get; init; }

    public required string Title { get; init; }

    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public IReadOnlyList<LetterPart> Parts { get; init; } = [];

    /// <summary>The one thing to do.</summary>
    public (string Name, string Address)? Action { get; init; }

    /// <summary>Why the person gets it, and how to get it no more.</summary>
    public required string Foot { get; init; }

    public string Direction => Storyprint.Stories.Editions.Direction.ForLanguage(Language);
}

/// <summary>A list within a letter.</summary>
/// <param name="Title">Empty for none.</param>
public sealed record LetterPart(string Title, IReadOnlyList<LetterLine> Lines);

/// <param name="Address">Where it leads; null for nowhere.</param>
/// <param name="Small">When, or of which edition; empty for nothing.</param>
/// <param name="IsSentence">Whether it is a sentence in the letter's language, and not a headline in its own.</param>
public sealed record LetterLine(string Text, string? Address = null, string Small = "", bool IsSentence = false);
