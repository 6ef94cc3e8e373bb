using UglyToad.PdfPig.Content;

namespace Storyprint.Extraction.Pdf;

/// <summary>
/// The glyphs of a page in the order in which they are drawn. Where a file says which words stand for several of them (ISO 32000-2, 14.9.4), the first has the words
/// and the others make it as wide as they are.
/// </summary>
internal static class PageGlyphs
{
    // Of the letters' size: what is farther away is another thing without a text, a drawn line or a picture in a font.
    private const double Near = 0.4;

    public static List<Glyph> Of(IEnumerable<Letter> letters)
    {
        var glyphs = new List<Glyph>();
        foreach (var glyph in letters.Select(GlyphOf))
        {
            if (glyph.Text.Length > 0)
            {
                glyphs.Add(glyph);
            }
            else if (glyphs.Count > 0 && IsPart(glyphs[^1], glyph))
            {
                glyphs[^1] = Joined(glyphs[^1], glyph);
            }
        }

        return glyphs;
    }

    private static bool IsPart(Glyph whole, Glyph part) => part.Left <= whole.Right + (Near * part.Size) && part.Right >= whole.Left - (Near * part.Size)
        && Math.Abs(part.Baseline - whole.Baseline) < part.Size;

    // A mark above or below stands apart from the line.
    private static Glyph Joined(Glyph whole, Glyph part) => whole with
    {
        Left = Math.Min(whole.Left, part.Left),
        Right = Math.Max(whole.Right, part.Right),
        Baseline = part.Right - part.Left > whole.Right - whole.Left ? part.Baseline : whole.Baseline,
    };

    private static Glyph GlyphOf(Letter letter)
    {
        var (from, to) = (letter.StartBaseLine, letter.EndBaseLine);
        return new Glyph(PresentationForms.Seen(letter.Value), Math.Min(from.X, to.X), Math.Max(from.X, to.X), from.Y, Math.Max(1, letter.PointSize), letter.TextSequence);
    }
}
