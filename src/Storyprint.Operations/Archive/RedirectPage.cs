using System.Net;
using System.Text;

namespace Storyprint.Operations.Archive;

/// <summary>A page that redirects, for file servers without redirects.</summary>
internal static class RedirectPage
{
    /// <param name="location">A path on the same host.</param>
    /// <param name="origin">Scheme and host, for the canonical link.</param>
    public static byte[] To(string location, string origin)
    {
        var link = WebUtility.HtmlEncode(location);
        return Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html>
            <html lang="zxx">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="0; url={link}">
            <meta name="robots" content="noindex">
            <link rel="canonical" href="{WebUtility.HtmlEncode(origin)}{link}">
            <title>{link}</title>
            </head>
            <body><p><a href="{link}">{WebUtility.HtmlEncode(Uri.UnescapeDataString(location))}</a></p></body>
            </html>

            """.ReplaceLineEndings("\n"));
    }
}
