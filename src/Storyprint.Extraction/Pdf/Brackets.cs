namespace Storyprint.Extraction.Pdf;

/// <summary>
/// Whether a PDF names the brackets in right-to-left text as they are drawn, mirrored, or as they were typed: programs differ. What opens stands behind a space and
/// before a word; what closes the other way round.
/// </summary>
internal static class Brackets
{
    public static bool AreMirrored(IEnumerable<GlyphLine> lines)
    {
        List<string> turned = [.. lines.Where(line => line.IsRightToLeft && line.Glyphs.Exists(glyph => Direction.Opens(glyph.Text) != 0)).Select(line => LogicalOrder.Of(line, mirrors: false))];
        return turned.Sum(Signs) < 0;
    }

    // Positive where they stand as they are named.
    private static int Signs(string line)
    {
        var signs = 0;
        for (var index = 0; index < line.Length; index++)
        {
            var (before, behind) = (index > 0 && !char.IsWhiteSpace(line[index - 1]), index + 1 < line.Length && !char.IsWhiteSpace(line[index + 1]));
            signs += before == behind ? 0 : Direction.Opens(line[index].ToString()) * (behind ? 1 : -1);
        }

        return signs;
    }
}
