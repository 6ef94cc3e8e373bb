namespace Storyprint.Mail.Outbox;

/// <summary>How a mail stands. The numbers are stored in the database.</summary>
public enum MailState
{
    /// <summary>To be sent, for the first time or again.</summary>
    Waiting = 1,

    Sent = 2,

    /// <summary>Given up: the mail server refused it for good, or it failed too often.</summary>
    Dead = 3,

    /// <summary>Thrown away by an administrator.</summary>
    Discarded = 4,
}
