namespace Storyprint.Mail.Smtp;

/// <summary>Why a mail was not taken.</summary>
/// <param name="Key">The key of its sentence in the newsroom's texts; {0} is the detail.</param>
/// <param name="Detail">What the mail server or the network said.</param>
/// <param name="IsFinal">Whether trying the same mail again is of no use: the server refused the recipient or the mail itself.</param>
public sealed record SmtpFault(string Key, string Detail, bool IsFinal = false)
{
    /// <summary>As the outbox keeps it.</summary>
    public string Stored => $"{Key}\n{Detail}";

    public static SmtpFault Parse(string stored) => stored.Split('\n', 2) is [var key, var detail] ? new SmtpFault(key, detail) : new SmtpFault(stored, string.Empty);
}
