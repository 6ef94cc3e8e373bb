namespace Storyprint.Stories.Editions;

/// <summary>How the publication sends mail. The password stays with the machine (<c>STORYPRINT_MAIL_PASSWORD</c>).</summary>
public sealed record PublicationMail
{
    /// <summary>The address that mail comes from.</summary>
    public string From { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The host of the mail server; empty while none is used.</summary>
    public string Server { get; init => field = value ?? string.Empty; } = string.Empty;

    public int Port { get; init => field = value > 0 ? value : DefaultPort; } = DefaultPort;

    public string User { get; init => field = value ?? string.Empty; } = string.Empty;

    // RFC 8314: submission over TLS.
    private const int DefaultPort = 465;
}
