using SkiaSharp;

namespace Storyprint.Web.SocialImages;

/// <summary>
/// The colours of a social image: the paper, and each ink in the shades of its antialiased edges on it. So a pixel is one byte, and compression takes a third
/// of the time.
/// </summary>
internal static class SocialImagePalette
{
    // One paper colour and three times 85 shades are the 256 colours of a palette.
    private const int Shades = 85;

    private static readonly SKColor Paper = SKColor.Parse("#f8f3e8");
    private static readonly SKColor[] Inks = [SKColor.Parse("#16130f"), SKColor.Parse("#5c554c"), SKColor.Parse("#8f1d1d")];
    private static readonly SKColor[] Colours = [Paper, .. Inks.SelectMany(ink => Enumerable.Range(1, Shades).Select(shade => Mixed(ink, shade)))];

    public static readonly SocialImageInk Ink = CreateInk(Inks[0]);
    public static readonly SocialImageInk Soft = CreateInk(Inks[1]);
    public static readonly SocialImageInk Accent = CreateInk(Inks[2]);

    /// <summary>Red, green and blue of each colour, in the order of PNG; the paper is number 0.</summary>
    public static byte[] Palette { get; } = [.. Colours.SelectMany(colour => (byte[])[colour.Red, colour.Green, colour.Blue])];

    private static SocialImageInk CreateInk(SKColor ink) => new(ink, [.. Enumerable.Range(0, 256).Select(strength => Nearest(Blended(ink, strength)))]);

    private static byte Nearest(SKColor wanted) => (byte)Enumerable.Range(0, Colours.Length).MinBy(number => Distance(wanted, Colours[number]));

    private static int Distance(SKColor one, SKColor other)
    {
        var (red, green, blue) = (one.Red - other.Red, one.Green - other.Green, one.Blue - other.Blue);
        return (red * red) + (green * green) + (blue * blue);
    }

    private static SKColor Mixed(SKColor ink, int shade) => OfEach(ink, (part, paper) => paper + ((part - paper) * shade / Shades));

    // Blends as Skia does: eight bits of an ink over a colour.
    private static SKColor Blended(SKColor ink, int strength) => OfEach(ink, (part, paper) => ((paper * (255 - strength)) + (part * strength) + 255) / 256);

    private static SKColor OfEach(SKColor ink, Func<int, int, int> mix) => new((byte)mix(ink.Red, Paper.Red), (byte)mix(ink.Green, Paper.Green), (byte)mix(ink.Blue, Paper.Blue));
}
