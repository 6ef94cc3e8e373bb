using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.EndToEnd.Printing;

/// <summary>How much of a text came through, in order.</summary>
internal static partial class PrintSimilarity
{
    /// <summary>Letters and digits as words; joiners, marks and the shapes of letters are left aside, as PDF readers do not agree about them.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            plain.Append(Rune.GetUnicodeCategory(rune) switch
            {
                System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.NonSpacingMark => string.Empty,
                System.Globalization.UnicodeCategory.DecimalDigitNumber => Rune.GetNumericValue(rune).ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => rune.Value switch { 'ي' or 'ى' => "ی", 'ك' => "ک", _ => rune.ToString() },
            });
        }

        return [.. Word().Matches(plain.ToString()).Select(word => word.Value.ToUpperInvariant())];
    }

    /// <summary>The share of the expected words that stand in the other text in the same order (longest common subsequence).</summary>
    public static double Compute(IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        var row = new int[found.Count + 1];
        foreach (var word in expected)
        {
            var diagonal = 0;
            for (var index = 1; index <= found.Count; index++)
            {
                var above = row[index];
                row[index] = word == found[index - 1] ? diagonal + 1 : Math.Max(above, row[index - 1]);
                diagonal = above;
            }
        }

        return expected.Count == 0 ? 1 : (double)row[found.Count] / expected.Count;
    }

    [GeneratedRegex(@"\p{L}+|\p{N}+")]
    private static partial Regex Word();
}
