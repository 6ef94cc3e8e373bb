using Storyprint.Stories.Links;

namespace Storyprint.Formats.Html;

/// <summary>Parses addresses as browsers do, so that nothing executable passes as something else.</summary>
internal static class Addresses
{
    /// <summary>The target of a link; null where it is not allowed.</summary>
    public static LinkTarget? Link(string? href, Uri? home) =>
        LinkTarget.TryParse(Resolve(href, home), out var target) ? OnOwnHost(target, home) : null;

    /// <summary>A link to a story on the same host as a path, so that it becomes a link to its code.</summary>
    public static LinkTarget OnOwnHost(LinkTarget target, Uri? home) =>
        home is not null && Uri.TryCreate(target.Address, UriKind.Absolute, out var uri) && uri.Authority == home.Authority
        && uri.AbsolutePath.StartsWith("/news/", StringComparison.Ordinal) && LinkTarget.TryParse(uri.PathAndQuery + uri.Fragment, out var path)
        && path.Address != uri.PathAndQuery + uri.Fragment
            ? path
            : target;

    /// <summary>An http or https address of a resource on the page, or null.</summary>
    public static string? Web(string? address, Uri? home) =>
        Uri.TryCreate(Resolve(address, home), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri.AbsoluteUri
            : null;

    /// <summary>An address that a page had: a path or an address of the web, as it was; null for anything else.</summary>
    public static string? Earlier(string? text) => text?.Trim() switch
    {
        null or "" or { Length: > 2048 } => null,
        var address when address.Any(char.IsControl) => null,
        ['/', '/' or '\\', ..] => null,
        ['/', ..] and var path => path.Replace(' ', '+'),
        var address => Web(address, null),
    };

    /// <summary>Whether the address has another scheme, such as <c>data:</c>.</summary>
    public static bool HasScheme(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(address[0]) && address.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0;
    }

    /// <summary>The address without the white space that browsers ignore, made absolute where possible.</summary>
    public static string? Resolve(string? address, Uri? home)
    {
        if (address is null or { Length: > 8192 })
        {
            return null;
        }

        var clean = string.Concat(address.Where(character => !char.IsControl(character))).Trim();
        if (clean.StartsWith("//", StringComparison.Ordinal))
        {
            return "https:" + clean;
        }

        if (clean.Length == 0 || HasScheme(clean) || home is null || clean[0] == '#')
        {
            return clean;
        }

        // Browsers treat a backslash as a slash, so we must see the same host.
        return Uri.TryCreate(home, clean.Replace('\\', '/'), out var uri) ? uri.AbsoluteUri : null;
    }
}
