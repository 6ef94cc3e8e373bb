using MimeKit;

namespace Storyprint.Mail.Smtp;

/// <summary>Addresses of mail (RFC 5321, 5322), one at a time and without a name beside them.</summary>
public static class MailAddress
{
    /// <summary>RFC 5321, 4.5.3.1.3.</summary>
    public const int MaxLength = 254;

    public static bool IsValid(string text) => text.Length is > 2 and <= MaxLength && !text.Any(char.IsControl) && !text.Any(char.IsWhiteSpace)
        && MailboxAddress.TryParse(text, out var address) && address.Address == text && address.Address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1;
}
