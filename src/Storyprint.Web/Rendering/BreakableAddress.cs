using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Storyprint.Web.Rendering;

/// <summary>
/// An address as it is printed: it may break before its delimiters and nowhere else. A hyphen at the end of a line would be taken for hyphenation, by readers and
/// by programs that copy text from a PDF; so a hyphen begins the next line instead.
/// </summary>
internal static partial class BreakableAddress
{
    private const int LongestUnbroken = 24;

    public static MarkupString Create(string address)
    {
        // A slug in another script is not broken: its parts would be displayed in the wrong order.
        var foreign = address.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
        var end = foreign < 0 ? address.Length : address.LastIndexOf('/', foreign) + 1;
        return new MarkupString(string.Join("<wbr>", Delimiters()
            .Split(address[..end])
            .Select(part => part.Length > LongestUnbroken ? Encoded(part) : $"<span>{Encoded(part)}</span>")
            .Append(Encoded(address[end..]))));
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("(?<=[/?&=_])(?=[^/])|(?=[-.](?=.))")]
    private static partial Regex Delimiters();
}
