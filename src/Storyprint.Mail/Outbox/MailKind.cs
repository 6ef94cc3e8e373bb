namespace Storyprint.Mail.Outbox;

/// <summary>What a mail is about.</summary>
/// <param name="Word">The name in the database and of its texts.</param>
public sealed record MailKind(string Word)
{
    public static MailKind Invitation { get; } = new("invitation");

    /// <summary>A link for lost credentials.</summary>
    public static MailKind Reset { get; } = new("reset");

    /// <summary>A guest's link to a draft.</summary>
    public static MailKind Guest { get; } = new("guest");

    public static MailKind Notices { get; } = new("notices");

    public static MailKind DailyList { get; } = new("daily-list");

    public static MailKind Test { get; } = new("test");

    public static IReadOnlyList<MailKind> All { get; } = [Invitation, Reset, Guest, Notices, DailyList, Test];
}
