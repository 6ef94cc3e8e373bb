namespace Storyprint.Extraction.Pdf;

/// <summary>
/// Puts lines that stand above or below everything else at the beginning or the end of a page. Browsers draw heads and feet before the text or behind it, wherever they
/// stand.
/// </summary>
internal static class PageEdges
{
    // A page of more lines is no page of a text; the work grows with their square.
    private const int MaxLines = 2_000;

    public static List<GlyphLine> InPlace(List<GlyphLine> lines)
    {
        if (lines.Count > MaxLines)
        {
            return lines;
        }

        var (top, bottom, rest) = (new List<GlyphLine>(), new List<GlyphLine>(), new List<GlyphLine>(lines));
        while (rest.Count > 1)
        {
            if (Split(rest, (before, behind) => before > behind) is { } above)
            {
                Insert(top, rest[..above]);
                rest.RemoveRange(0, above);
            }
            else if (Split(rest, (before, behind) => before < behind, isBelow: true) is { } below)
            {
                Insert(bottom, rest[..below]);
                rest.RemoveRange(0, below);
            }
            else if (TailAbove(rest) is { } tail)
            {
                Insert(top, rest[tail..]);
                rest.RemoveRange(tail, rest.Count - tail);
            }
            else
            {
                break;
            }
        }

        return [.. top, .. rest, .. bottom];
    }

    // How many lines at the beginning stand wholly above, or wholly below, all that follow; null for none.
    private static int? Split(List<GlyphLine> lines, Func<double, double, bool> isApart, bool isBelow = false)
    {
        double Extreme(double one, double other, bool most) => most ? Math.Max(one, other) : Math.Min(one, other);
        var behind = new double[lines.Count];
        behind[^1] = lines[^1].Baseline;
        for (var index = lines.Count - 2; index >= 0; index--)
        {
            behind[index] = Extreme(behind[index + 1], lines[index].Baseline, most: !isBelow);
        }

        var before = lines[0].Baseline;
        for (var count = 1; count < lines.Count; count++)
        {
            if (isApart(before, behind[count]))
            {
                return count;
            }

            before = Extreme(before, lines[count].Baseline, most: isBelow);
        }

        return null;
    }

    // Where the lines at the end begin that stand wholly above all before them.
    private static int? TailAbove(List<GlyphLine> lines)
    {
        var highest = new double[lines.Count];
        highest[0] = lines[0].Baseline;
        for (var index = 1; index < lines.Count; index++)
        {
            highest[index] = Math.Max(highest[index - 1], lines[index].Baseline);
        }

        var lowest = double.MaxValue;
        for (var first = lines.Count - 1; first > 0; first--)
        {
            lowest = Math.Min(lowest, lines[first].Baseline);
            if (lowest > highest[first - 1])
            {
                return first;
            }
        }

        return null;
    }

    private static void Insert(List<GlyphLine> lines, List<GlyphLine> group)
    {
        var at = lines.FindIndex(line => line.Baseline < group.Min(each => each.Baseline));
        lines.InsertRange(at < 0 ? lines.Count : at, group);
    }
}
