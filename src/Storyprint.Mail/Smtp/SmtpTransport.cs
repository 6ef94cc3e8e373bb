using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Storyprint.Mail.Outbox;

namespace Storyprint.Mail.Smtp;

/// <summary>
/// Hands mails to the mail server over SMTP (RFC 5321). Port 465 speaks TLS from the first byte (RFC 8314), every other port has to offer STARTTLS (RFC 3207), except on this machine.
/// </summary>
public static class SmtpTransport
{
    private const int MaxSaid = 500;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <param name="id">What stands in the Message-ID, so that a mail which is sent twice is known as one.</param>
    /// <returns>Null where the server took the mail.</returns>
    public static async Task<SmtpFault?> SendAsync(SmtpServerSettings server, OutgoingMail mail, string id, CancellationToken cancellation = default)
    {
        if (MimeMessageOf(server, mail, id) is not { } message)
        {
            return new SmtpFault("mail.fault.address", mail.Recipient, IsFinal: true);
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Limit);
        using var client = new SmtpClient { Timeout = (int)Limit.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(server.Host, server.Port, server.Port == 465 ? SecureSocketOptions.SslOnConnect : server.IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls, limited.Token);
            if (server.User.Length > 0)
            {
                if (string.IsNullOrEmpty(server.Password))
                {
                    return new SmtpFault("mail.fault.password", SmtpServerSettings.PasswordVariable);
                }

                await client.AuthenticateAsync(server.User, server.Password, limited.Token);
            }

            await client.SendAsync(message, limited.Token);
        }
        catch (Exception fault) when (FaultOf(fault, server, cancellation) is { } told)
        {
            return told;
        }

        await GoodbyeAsync(client);
        return null;
    }

    // The server has the mail: what it says to a goodbye, or does not say, changes nothing.
    private static async Task GoodbyeAsync(SmtpClient client)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await client.DisconnectAsync(quit: true, soon.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or TimeoutException or IOException or SocketException or ProtocolException or CommandException)
        {
            // The connection is closed with the client.
        }
    }

    private static SmtpFault? FaultOf(Exception fault, SmtpServerSettings server, CancellationToken cancellation) => fault switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException => new SmtpFault("mail.fault.time", $"{server.Host}:{server.Port}"),
        SmtpCommandException refused => Refusal(refused),
        AuthenticationException => new SmtpFault("mail.fault.sign-in", Cut(fault.Message)),
        SslHandshakeException or NotSupportedException => new SmtpFault("mail.fault.tls", Cut(fault.Message.Split('\n')[0])),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => new SmtpFault("mail.fault.host", server.Host),
        SocketException or IOException => new SmtpFault("mail.fault.connection", $"{server.Host}:{server.Port}: {fault.Message}"),
        ServiceNotConnectedException or ServiceNotAuthenticatedException or ProtocolException => new SmtpFault("mail.fault.server", Cut(fault.Message)),
        _ => null,
    };

    // RFC 5321, 4.2.1: 5yz is for good, 4yz for now. A refused sender is a wrong setting, and the mail is kept until it is mended.
    private static SmtpFault Refusal(SmtpCommandException refused) => refused.ErrorCode switch
    {
        SmtpErrorCode.RecipientNotAccepted => new SmtpFault("mail.fault.recipient", Said(refused), IsForGood(refused)),
        SmtpErrorCode.SenderNotAccepted => new SmtpFault("mail.fault.sender", Said(refused)),
        SmtpErrorCode.MessageNotAccepted => new SmtpFault("mail.fault.message", Said(refused), IsForGood(refused)),
        _ => new SmtpFault("mail.fault.server", Said(refused)),
    };

    private static bool IsForGood(SmtpCommandException refused) => (int)refused.StatusCode is >= 500 and < 600;

    private static string Said(SmtpCommandException refused) => Cut($"{(int)refused.StatusCode} {refused.Message}");

    // A server may say as much as it likes.
    private static string Cut(string said) => OneLine(said.Length <= MaxSaid ? said : said[..MaxSaid]);

    private static MimeMessage? MimeMessageOf(SmtpServerSettings server, OutgoingMail mail, string id)
    {
        if (!MailAddress.IsValid(mail.Recipient))
        {
            return null;
        }

        var message = new MimeMessage { Subject = OneLine(mail.Subject), MessageId = $"{id}@{server.From.Split('@')[^1]}" };
        message.From.Add(new MailboxAddress(OneLine(server.FromName), server.From));
        message.To.Add(new MailboxAddress(OneLine(mail.RecipientName), mail.Recipient));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody();
        message.Body.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        return message;
    }

    // A header is one line, whatever a name or a headline holds.
    private static string OneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
}
