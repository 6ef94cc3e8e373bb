using SkiaSharp;

namespace Storyprint.Web.SocialImages;

/// <summary>An ink of a card.</summary>
/// <param name="Numbers">The palette's number for each strength, from no ink to all of it.</param>
internal sealed record SocialImageInk(SKColor Colour, byte[] Numbers)
{
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
                pixels[index] = Numbers[strengths[index]];
            }
        }
    }

    private static int Inked(ReadOnlySpan<byte> strengths, int start) =>
        strengths[start..].IndexOfAnyExcept((byte)0) is var length and >= 0 ? start + length : strengths.Length;
}
