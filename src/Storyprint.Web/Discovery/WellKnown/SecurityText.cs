using System.Globalization;
using Storyprint.Stories.Editions;

namespace Storyprint.Web.Discovery.WellKnown;

/// <summary>security.txt (RFC 9116): where to report vulnerabilities.</summary>
public static class SecurityText
{
    public const string Path = "/.well-known/security.txt";

    /// <summary>The file, or null where the publication has no usable contact.</summary>
    public static string? Create(Publication publication, DateTimeOffset now)
    {
        if (Contact(publication.Contact.Trim()) is not { } contact)
        {
            return null;
        }

        // Expires less than a year ahead (2.5.5), with the same bytes for a whole month.
        var utc = now.UtcDateTime;
        var expires = new DateTime(utc.Year + 1, utc.Month, 1, 0, 0, 0, DateTimeKind.Utc);
        return $"""
            Contact: {contact}
            Expires: {expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}
            Preferred-Languages: {string.Join(", ", publication.Editions.Select(edition => edition.Language))}
            Canonical: {publication.PublicAddress.Origin}{Path}

            """;
    }

    // The field requires a URI scheme, and https for web addresses (2.5.3).
    private static string? Contact(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "mailto" or "tel")
        {
            return uri.AbsoluteUri;
        }

        return System.Net.Mail.MailAddress.TryCreate(text, out var mail) && mail.Address == text ? $"mailto:{text}" : null;
    }
}
