using SkiaSharp;

namespace Storyprint.Web.SocialImages;

/// <summary>An ink of a social image.</summary>
/// <param name="Numbers">The palette index for each strength, from none to full.</param>
internal sealed record SocialImageInk(SKColor Colour, byte[] Numbers)
{
    /// <summary>Transfers what was drawn with this ink to the image.</summary>
    /// <param name="strengths">The strength of the ink at each pixel, 0 for none.</param>
    /// <param name="pixels">The image's pixels, as palette indexes.</param>
    public void Print(ReadOnlySpan<byte> strengths, Span<byte> pixels)
    {
        // Most pixels are paper.
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
