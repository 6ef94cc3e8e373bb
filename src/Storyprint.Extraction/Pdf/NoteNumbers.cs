using System.Globalization;

namespace Storyprint.Extraction.Pdf;

/// <summary>The raised numbers in a text that lead to notes at its end, 1, 2, 3 and so on. They are no words of it; any other raised digit is.</summary>
internal sealed class NoteNumbers
{
    private const double Smaller = 0.85;
    private const double Raised = 0.15;

    private int last;

    /// <summary>Takes the number of the next note out of a line.</summary>
    public void TakeFrom(GlyphLine line)
    {
        for (var first = 0; first < line.Glyphs.Count; first++)
        {
            var end = first;
            while (end < line.Glyphs.Count && IsRaisedDigit(line.Glyphs[end], line))
            {
                end++;
            }

            if (end > first && Number(line.Glyphs[first..end]) is var number && (number == last + 1 || (number > 0 && number <= last)))
            {
                line.Glyphs.RemoveRange(first, end - first);
                last = Math.Max(last, number);
                first--;
            }
            else
            {
                first = Math.Max(first, end - 1);
            }
        }
    }

    private static bool IsRaisedDigit(Glyph glyph, GlyphLine line) => Direction.IsDigit(glyph.Text) && glyph.Size < Smaller * line.Size && glyph.Baseline > line.Baseline + (Raised * line.Size);

    private static int Number(List<Glyph> digits) => digits.Count > 3 ? -1
        : digits.OrderBy(digit => digit.Left).Aggregate(0, (number, digit) => (10 * number) + CharUnicodeInfo.GetDecimalDigitValue(digit.Text, 0));
}
