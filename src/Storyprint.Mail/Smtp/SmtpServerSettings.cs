using System.Net;
using Storyprint.Stories.Editions;

namespace Storyprint.Mail.Smtp;

/// <summary>The mail server that takes our mail, and how we sign in to it.</summary>
public sealed record SmtpServerSettings
{
    /// <summary>The environment variable of the password, which is kept out of the database.</summary>
    public const string PasswordVariable = "STORYPRINT_MAIL_PASSWORD";

    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>Empty where the server asks for none.</summary>
    public string User { get; init; } = string.Empty;

    public string? Password { get; init; }

    /// <summary>The address that mail comes from.</summary>
    public required string From { get; init; }

    /// <summary>The name beside it.</summary>
    public required string FromName { get; init; }

    /// <summary>Whether the server is this machine, where a connection without TLS is nobody else's.</summary>
    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <returns>Null where the publication names no mail server.</returns>
    public static SmtpServerSettings? Of(Publication publication, string? password) => publication.Mail is { Server.Length: > 0 } mail
        ? new SmtpServerSettings { Host = mail.Server, Port = mail.Port, User = mail.User, Password = password, From = mail.From, FromName = publication.MainEdition.Name }
        : null;
}
