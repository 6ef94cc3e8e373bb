namespace Storyprint.Extraction.Pdf;

/// <summary>Glyphs that stand on one line beside each other, in whatever order the file draws them.</summary>
internal sealed class GlyphLine(Glyph first)
{
    // In sizes of the letters: what is farther away belongs to another column, or is a cell of a table.
    private const double Beside = 1.6;

    // Marks are shifted against their letters, and numbers of notes are raised.
    private const double Shift = 0.55;

    public List<Glyph> Glyphs { get; } = [first];

    public double Left { get; private set; } = first.Left;

    public double Right { get; private set; } = first.Right;

    public double Baseline { get; private set; } = first.Baseline;

    /// <summary>Of its largest letters.</summary>
    public double Size { get; private set; } = first.Size;

    /// <summary>Whether it is read from right to left: what holds letters of both directions runs as its page does.</summary>
    public bool IsRightToLeft { get; private set; }

    /// <param name="isPageRightToLeft">Whether most of the page's lines are.</param>
    public void SetDirection(bool isPageRightToLeft)
    {
        var (right, left) = (Glyphs.Exists(glyph => Direction.IsRightToLeft(glyph.Text)), Glyphs.Exists(glyph => Direction.IsLeftToRight(glyph.Text)));
        IsRightToLeft = right && (!left || isPageRightToLeft);
    }

    /// <summary>Takes a glyph where it belongs to the line.</summary>
    public bool TryAdd(Glyph glyph)
    {
        var size = Math.Max(Size, glyph.Size);
        if (Math.Abs(glyph.Baseline - Baseline) > Shift * size || glyph.Left > Right + (Beside * size) || glyph.Right < Left - (Beside * size))
        {
            return false;
        }

        if (glyph.Size > Size)
        {
            (Size, Baseline) = (glyph.Size, glyph.Baseline);
        }

        (Left, Right) = (Math.Min(Left, glyph.Left), Math.Max(Right, glyph.Right));
        Glyphs.Add(glyph);
        return true;
    }

    public bool IsBeside(GlyphLine other) => Math.Abs(other.Baseline - Baseline) < Shift * Math.Min(Size, other.Size) && (other.Left >= Right || other.Right <= Left);
}
