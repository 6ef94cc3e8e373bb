using Storyprint.Stories.Links;

namespace Storyprint.Formats.Html;

/// <summary>Reads addresses as browsers do, so that nothing a browser would run passes as something else.</summary>
internal static class Addresses
{
    /// <summary>The target of a link; null where it is none that may be shown.</summary>
    public static LinkTarget? Link(string? href, Uri? home) =>
        LinkTarget.TryParse(Resolve(href, home), out var target) ? OnOwnHost(target, home) : null;

    // A story of the same host is linked by its path, so that it is linked by its code.
    private static LinkTarget OnOwnHost(LinkTarget target, Uri? home) =>
        home is not null && Uri.TryCreate(target.Address, UriKind.Absolute, out var uri) && uri.Authority == home.Authority
        && uri.AbsolutePath.StartsWith("/news/", StringComparison.Ordinal) && LinkTarget.TryParse(uri.PathAndQuery + uri.Fragment, out var path)
        && path.Address != uri.PathAndQuery + uri.Fragment
            ? path
            : target;

    /// <summary>An http or https address for something shown in the page, or null.</summary>
    public static string? Web(string? address, Uri? home) =>
        Uri.TryCreate(Resolve(address, home), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri.AbsoluteUri
            : null;

    /// <summary>Whether the address names a scheme of its own, as <c>data:</c> does.</summary>
    public static bool HasScheme(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(address[0]) && address.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0;
    }

    /// <summary>The address without the white space browsers skip, made absolute where it is relative and its home is known.</summary>
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

        // A backslash is a slash to a browser; ours must see the same host.
        return Uri.TryCreate(home, clean.Replace('\\', '/'), out var uri) ? uri.AbsoluteUri : null;
    }
}
