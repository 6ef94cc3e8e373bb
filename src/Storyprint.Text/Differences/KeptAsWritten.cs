using System.Globalization;
using System.Text;

namespace Storyprint.Text.Differences;

/// <summary>
/// Characters that folding may bring together for search, but whose difference is one of meaning: ½ and 1/2, ≠ and =, が and か, й and и.
/// </summary>
internal static class KeptAsWritten
{
    public static bool Contains(Rune rune) => !rune.IsAscii && (IsOverride(rune) || IsLetterOfItsOwn(rune.Value) || Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherNumber => true,
        UnicodeCategory.MathSymbol => rune.Value != 0x2212,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => !IsDiacritic(rune.Value),
        _ => false,
    });

    /// <summary>A bidi override turns digits round on the screen.</summary>
    public static bool IsOverride(Rune rune) => rune.Value is 0x202D or 0x202E;

    // Kana, also half-width voicing marks; й, ї and ў.
    private static bool IsLetterOfItsOwn(int value) => value
        is (>= 0x3040 and <= 0x30FF) or 0xFF9E or 0xFF9F or 0x0419 or 0x0439 or 0x0407 or 0x0457 or 0x040E or 0x045E;

    // Latin, Greek, Cyrillic, Hebrew, Arabic and Syriac marks, and variation selectors. Not the strokes of 0334-0338, which strike out.
    private static bool IsDiacritic(int value) => value
        is (>= 0x0300 and <= 0x0333) or (>= 0x0339 and <= 0x036F) or (>= 0x0483 and <= 0x0487) or (>= 0x0591 and <= 0x05C7)
        or (>= 0x0610 and <= 0x061A) or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06ED) or (>= 0x0711 and <= 0x074A)
        or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFE20 and <= 0xFE2F);
}
