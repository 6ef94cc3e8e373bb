namespace Storyprint.Extraction.Pdf;

/// <summary>
/// Whether a PDF names the brackets in right-to-left text as they are drawn, mirrored, or as they were typed: programs differ, and only one of both opens before it
/// closes.
/// </summary>
internal static class Brackets
{
    public static bool AreMirrored(IEnumerable<GlyphLine> lines)
    {
        List<GlyphLine> turned = [.. lines.Where(Direction.IsRightToLeft)];
        return Faults(turned, mirrors: true) <= Faults(turned, mirrors: false);
    }

    private static int Faults(List<GlyphLine> lines, bool mirrors)
    {
        var (faults, depth) = (0, 0);
        foreach (var step in lines.SelectMany(line => LogicalOrder.Of(line, mirrors)).Select(Direction.Opens))
        {
            faults += step < 0 && depth == 0 ? 1 : 0;
            depth = Math.Max(0, depth + step);
        }

        return faults + depth;
    }
}
