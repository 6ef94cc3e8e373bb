using SkiaSharp;

namespace Storyprint.Web.Cards;

/// <summary>The colours of a card: the paper, and each ink in the shades that its soft edges have on it. So a pixel is one byte.</summary>
internal static class CardColours
{
    private static readonly SKColor Paper = SKColor.Parse("#f8f3e8");

    public static readonly CardInk Ink = new(SKColor.Parse("#16130f"), Paper, 1);
    public static readonly CardInk Soft = new(SKColor.Parse("#5c554c"), Paper, 1 + CardInk.Most);
    public static readonly CardInk Accent = new(SKColor.Parse("#8f1d1d"), Paper, 1 + (2 * CardInk.Most));

    /// <summary>Red, green and blue of each colour, as PNG wants them; the paper is number 0.</summary>
    public static byte[] Palette { get; } =
        [.. ((CardInk[])[Ink, Soft, Accent]).SelectMany(ink => ink.Shades).Prepend(Paper).SelectMany(colour => (byte[])[colour.Red, colour.Green, colour.Blue])];
}
