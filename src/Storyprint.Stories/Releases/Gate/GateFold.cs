using System.Globalization;
using System.Text;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>What two spellings of one word have in common when only typography differs.</summary>
internal static class GateFold
{
    public static string Of(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word.ToLowerInvariant();
        }

        var key = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            // By category, so that every script's digits are the same digits.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            {
                key.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            }
            else if (!IsDropped(rune))
            {
                key.Append(Rune.ToLowerInvariant(Plain(rune)).ToString());
            }
        }

        return key.ToString();
    }

    // Joiners, bidi marks, soft hyphens; tatweel and the vowel signs of Arabic script; the separator of thousands.
    private static bool IsDropped(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is 0x0640 or (>= 0x064B and <= 0x0652) or 0x0670 or 0x066C;

    private static Rune Plain(Rune rune) => rune.Value switch
    {
        0x2019 => new Rune('\''),
        0x2212 => new Rune('-'),
        0x066A => new Rune('%'),
        0x066B => new Rune('.'),
        0x061F => new Rune('?'),
        'ي' or 'ى' => new Rune('ی'),
        'ك' => new Rune('ک'),
        _ => rune,
    };
}
