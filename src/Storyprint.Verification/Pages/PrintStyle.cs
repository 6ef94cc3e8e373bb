using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Verification.Pages;

/// <summary>
/// The one style element that a story's pages may have: the sizes of QR codes and rules of the margins on paper, whose strings stand beside the text. Any other
/// rule could hide words or add some.
/// </summary>
internal static partial class PrintStyle
{
    /// <summary>What does not belong there, in a sentence; null where nothing is found.</summary>
    public static string? Problem(string css, PhraseBook book)
    {
        var foreign = String().Matches(css).Select(match => book.FirstForeign(Unescape(match.Groups[1].Value))).FirstOrDefault(found => found is not null);
        var rest = MarkAddress().Replace(String().Replace(css, string.Empty), string.Empty);
        return foreign is not null ? $"Its style says “{foreign}” in the margins, which neither the story nor the interface says."
            : !Rules().IsMatch(rest) ? "Its style has rules other than those of the page's margins."
            : null;
    }

    /// <summary>The picture of a mark that the margins show, as SVG; null where there is none.</summary>
    public static string? MarkIn(string css)
    {
        var match = MarkAddress().Match(String().Replace(css, string.Empty));
        var bytes = new byte[match.Length];
        return match.Success && Convert.TryFromBase64String(match.Groups[1].Value, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static string Unescape(string text) => Escape().Replace(text, match =>
        int.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && Rune.IsValid(value)
            ? new Rune(value).ToString()
            : match.Value[1..]);

    [GeneratedRegex("\"((?:[^\"\\\\\n]|\\\\.)*)\"", RegexOptions.Singleline)]
    private static partial Regex String();

    [GeneratedRegex(@"\\(?:([0-9A-Fa-f]{1,6}) ?|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();

    [GeneratedRegex(@"url\(data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)\)")]
    private static partial Regex MarkAddress();

    [GeneratedRegex(@"\A(?::root\{--link-mark:[1-9][0-9]mm(?:;--seal-mark:[1-9][0-9]mm)?\})?@page\{(?:size:(?:A4|letter);)?(?:@(?:top|bottom)-(?:left|right|center)\{content:(?: |counter\(pages?,(?:decimal|persian|arabic-indic)\))*(?:;(?:direction:rtl|width:[0-9]+mm|font-size:0))*\})*\}(?:@page turned\{size:(?:(?:A4|letter) )?landscape\})?(?:@page:first\{(?:@top-(?:left|right)\{content:none\})+\})?\z")]
    private static partial Regex Rules();
}
