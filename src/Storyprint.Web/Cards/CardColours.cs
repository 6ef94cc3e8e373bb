using System.Runtime.InteropServices;
using SkiaSharp;

namespace Storyprint.Web.Cards;

/// <summary>
/// The colours of a card: the paper, and each ink in the shades that its soft edges have on it. So a pixel is one byte, and a third of the work of packing it.
/// </summary>
internal static class CardColours
{
    public static readonly SKColor Paper = SKColor.Parse("#f8f3e8");
    public static readonly SKColor Ink = SKColor.Parse("#16130f");
    public static readonly SKColor Soft = SKColor.Parse("#5c554c");
    public static readonly SKColor Accent = SKColor.Parse("#8f1d1d");

    // One paper and three times 85 shades are the 256 a palette holds.
    private const int Shades = 85;

    // A card has a few hundred shades.
    private const int KnownBits = 11;

    private static readonly SKColor[] Colours =
        [Paper, .. ((SKColor[])[Ink, Soft, Accent]).SelectMany(ink => Enumerable.Range(1, Shades).Select(shade => On(ink, shade)))];

    /// <summary>Red, green and blue of each colour, as PNG wants them.</summary>
    public static byte[] Palette { get; } = [.. Colours.SelectMany(colour => (byte[])[colour.Red, colour.Green, colour.Blue])];

    /// <summary>The palette's number for each pixel.</summary>
    /// <param name="pixels">Red, green, blue and alpha of each.</param>
    public static byte[] Indexes(ReadOnlySpan<byte> pixels)
    {
        var colours = MemoryMarshal.Cast<byte, uint>(pixels);
        var indexes = new byte[colours.Length];
        Span<(uint Colour, byte Number)> known = stackalloc (uint, byte)[1 << KnownBits];

        // Nearly all of it is paper, whose number is 0, and most of the rest is the inside of a letter.
        for (var index = Run(colours, 0, colours[0]); index < colours.Length;)
        {
            var colour = colours[index];
            ref var place = ref known[(int)((colour * 2654435769) >> (32 - KnownBits))];
            if (place.Colour != colour)
            {
                place = (colour, Nearest(pixels.Slice(4 * index, 3)));
            }

            var end = Run(colours, index, colour);
            indexes.AsSpan(index, end - index).Fill(place.Number);
            index = end < colours.Length && colours[end] == colours[0] ? Run(colours, end, colours[0]) : end;
        }

        return indexes;
    }

    // Where the pixels of a colour end.
    private static int Run(ReadOnlySpan<uint> colours, int start, uint colour) =>
        colours[start..].IndexOfAnyExcept(colour) is var length and >= 0 ? start + length : colours.Length;

    private static byte Nearest(ReadOnlySpan<byte> pixel)
    {
        var (nearest, least) = (0, int.MaxValue);
        for (var number = 0; number < Colours.Length; number++)
        {
            var colour = Colours[number];
            var (red, green, blue) = (colour.Red - pixel[0], colour.Green - pixel[1], colour.Blue - pixel[2]);
            var distance = (red * red) + (green * green) + (blue * blue);
            (nearest, least) = distance < least ? (number, distance) : (nearest, least);
        }

        return (byte)nearest;
    }

    private static SKColor On(SKColor ink, int shade) => new(
        Mixed(ink.Red, Paper.Red, shade), Mixed(ink.Green, Paper.Green, shade), Mixed(ink.Blue, Paper.Blue, shade));

    private static byte Mixed(byte ink, byte paper, int shade) => (byte)(paper + ((ink - paper) * shade / Shades));
}
