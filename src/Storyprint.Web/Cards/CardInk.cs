using SkiaSharp;

namespace Storyprint.Web.Cards;

/// <summary>An ink of a card, and the palette's number for each strength its soft edges have.</summary>
internal sealed class CardInk
{
    /// <summary>How many shades of each ink the palette holds: one paper and three times 85 are the 256 that a byte counts.</summary>
    public const int Most = 85;

    private readonly byte[] numbers;

    /// <param name="first">The palette's number for the lightest shade; that of the paper is 0.</param>
    public CardInk(SKColor colour, SKColor paper, int first)
    {
        Colour = colour;
        Shades = [.. Enumerable.Range(1, Most).Select(shade => Between(paper, colour, shade, Most))];
        numbers = [.. Enumerable.Range(0, 256).Select(strength => Blended(paper, colour, strength)).Select(wanted =>
            Enumerable.Range(0, Most + 1).MinBy(shade => Distance(wanted, shade == 0 ? paper : Shades[shade - 1])) is > 0 and var nearest ? (byte)(first + nearest - 1) : (byte)0)];
    }

    public SKColor Colour { get; }

    /// <summary>From the lightest to the ink itself, on its paper.</summary>
    public IReadOnlyList<SKColor> Shades { get; }

    /// <summary>Puts what was drawn with this ink on a card.</summary>
    /// <param name="strengths">Of the ink at each pixel, 0 where there is none.</param>
    /// <param name="pixels">The card's, numbers of the palette.</param>
    public void Print(ReadOnlySpan<byte> strengths, Span<byte> pixels)
    {
        // Nearly all of it is paper.
        for (var index = Inked(strengths, 0); index < strengths.Length; index = Inked(strengths, index))
        {
            for (; index < strengths.Length && strengths[index] != 0; index++)
            {
                pixels[index] = numbers[strengths[index]];
            }
        }
    }

    private static int Inked(ReadOnlySpan<byte> strengths, int start) =>
        strengths[start..].IndexOfAnyExcept((byte)0) is var length and >= 0 ? start + length : strengths.Length;

    // As Skia mixes colours of eight bits.
    private static SKColor Blended(SKColor paper, SKColor ink, int strength) => new(
        Blended(paper.Red, ink.Red, strength), Blended(paper.Green, ink.Green, strength), Blended(paper.Blue, ink.Blue, strength));

    private static byte Blended(byte paper, byte ink, int strength) => (byte)(((paper * (255 - strength)) + (ink * strength) + 255) / 256);

    private static SKColor Between(SKColor paper, SKColor ink, int part, int whole) => new(
        Between(paper.Red, ink.Red, part, whole), Between(paper.Green, ink.Green, part, whole), Between(paper.Blue, ink.Blue, part, whole));

    private static byte Between(byte paper, byte ink, int part, int whole) => (byte)(paper + ((ink - paper) * part / whole));

    private static int Distance(SKColor one, SKColor other)
    {
        var (red, green, blue) = (one.Red - other.Red, one.Green - other.Green, one.Blue - other.Blue);
        return (red * red) + (green * green) + (blue * blue);
    }
}
