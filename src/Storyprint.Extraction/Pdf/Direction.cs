using System.Globalization;
using System.Text;

namespace Storyprint.Extraction.Pdf;

/// <summary>Which way characters run: the classes of UAX #9 as far as a line on paper needs them.</summary>
internal static class Direction
{
    /// <summary>Whether a page has more letters of right-to-left scripts than of others.</summary>
    public static bool IsRightToLeft(IEnumerable<GlyphLine> page)
    {
        var (right, left) = (0, 0);
        foreach (var glyph in page.SelectMany(line => line.Glyphs))
        {
            right += IsRightToLeft(glyph.Text) ? 1 : 0;
            left += IsLeftToRight(glyph.Text) ? 1 : 0;
        }

        return right > left;
    }

    /// <summary>A letter of Hebrew, Arabic or a script of their kind (classes R and AL).</summary>
    public static bool IsRightToLeft(string text) => First(text) is var rune && rune.Value is (>= 0x0590 and <= 0x08FF) or 0x200F or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) && Rune.IsLetter(rune);

    public static bool IsLeftToRight(string text) => First(text) is var rune && Rune.IsLetter(rune) && !IsRightToLeft(text);

    /// <summary>A digit of any script: numbers run from left to right everywhere (classes EN and AN).</summary>
    public static bool IsDigit(string text) => Rune.GetUnicodeCategory(First(text)) == UnicodeCategory.DecimalDigitNumber;

    /// <summary>A mark that keeps two digits beside it together (class CS), or does so behind no Arabic letter (class ES).</summary>
    public static bool JoinsDigits(string text, bool isBehindArabic) => text is "." or "," or ":" or "/" or "\u00A0" or "\u202F" or "\u060C" or "\u066B" or "\u066C" || (!isBehindArabic && text is "-" or "+");

    /// <summary>The other of a pair of brackets: from right to left they are drawn mirrored.</summary>
    public static string Mirrored(string text) => text.Length == 1 && Pairs.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var at ? Pairs[at ^ 1].ToString() : text;

    /// <summary>1 for what opens, -1 for what closes, 0 for anything else.</summary>
    public static int Opens(string text) => text.Length != 1 || Pairs.IndexOf(text[0], StringComparison.Ordinal) is var at && at < 0 ? 0 : at % 2 == 0 ? 1 : -1;

    private const string Pairs = "()[]{}<>«»‹›";

    private static Rune First(string text) => Rune.DecodeFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : Rune.ReplacementChar;
}
