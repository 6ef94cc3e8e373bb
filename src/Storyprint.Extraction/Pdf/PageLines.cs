namespace Storyprint.Extraction.Pdf;

/// <summary>
/// The lines of a page in the order of reading. Programs that set pages draw them so, column by column; what stands around the text is drawn before or behind it
/// and goes to the edge where it stands.
/// </summary>
internal static class PageLines
{
    public static List<GlyphLine> Of(IEnumerable<Glyph> glyphs)
    {
        var lines = new List<GlyphLine>();
        foreach (var glyph in glyphs)
        {
            if (lines.Count == 0 || !lines[^1].TryAdd(glyph))
            {
                lines.Add(new GlyphLine(glyph));
            }
        }

        lines.RemoveAll(line => line.Glyphs.TrueForAll(glyph => glyph.IsSpace));
        var isRightToLeft = Direction.IsRightToLeft(lines);
        lines.ForEach(line => line.SetDirection(isRightToLeft));
        return PageEdges.InPlace(InRows(lines, isRightToLeft));
    }

    // Parts of one row follow each other as the page runs.
    private static List<GlyphLine> InRows(List<GlyphLine> lines, bool isRightToLeft)
    {
        var rows = new List<GlyphLine>(lines.Count);
        for (var first = 0; first < lines.Count;)
        {
            var end = first + 1;
            while (end < lines.Count && lines[end].IsBeside(lines[end - 1]))
            {
                end++;
            }

            var row = lines[first..end];
            rows.AddRange(isRightToLeft ? row.OrderByDescending(line => line.Right) : row.OrderBy(line => line.Left));
            first = end;
        }

        return rows;
    }
}
