using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Storyprint.Provenance.Names;

namespace Storyprint.Provenance.Seals;

/// <summary>The content of a seal's QR code: <c>https://HOST/s/CODE.REV/PAYLOAD</c>.</summary>
/// <param name="Host">The host of the link, in lower case, with a port if any. Anybody can print any host: it is never trusted.</param>
/// <param name="Revision">The revision that the page claims to be.</param>
/// <param name="Seal">The seal.</param>
public sealed partial record SealLink(string Host, RevisionName Revision, Seal Seal)
{
    /// <summary>The maximum length of a link, including whatever was appended to it.</summary>
    public const int MaxLength = 2048;

    /// <summary>The link for a revision of this publisher.</summary>
    public static SealLink Create(PublisherName publisher, RevisionName revision, Seal seal) => new(publisher.Text, revision, seal);

    /// <summary>
    /// Parses a link in any case: QR codes are printed in upper case, and people type. An appended query or fragment is dropped; percent escapes are refused.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SealLink? link)
    {
        // Case-insensitive matching accepts the Kelvin sign for a k, so ASCII is required explicitly.
        link = text is { Length: <= MaxLength } && Shape().Match(text) is { Success: true } match
            && Ascii.IsValid(text.AsSpan(0, match.Groups["payload"].Index))
            && RevisionName.TryParse(match.Groups["revision"].Value, out var revision)
            && Seal.TryParse(match.Groups["payload"].Value, out var seal)
                ? new SealLink(match.Groups["host"].Value.ToLowerInvariant(), revision, seal)
                : null;
        return link is not null;
    }

    /// <summary>Whether the link leads to the publisher's own host. If not, tell the user before anything else.</summary>
    public bool LeadsTo(PublisherName publisher) => Host == publisher.Text;

    /// <summary>The link.</summary>
    public override string ToString() => $"https://{Host}/s/{Revision}/{Seal}";

    [GeneratedRegex(@"\Ahttps?://(?<host>[a-z0-9.-]+(:[0-9]+)?)/s/(?<revision>[0-9.]+)/(?<payload>[a-z2-7]+)/?([?#][^\r\n]*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
