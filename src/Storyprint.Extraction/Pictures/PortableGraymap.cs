using System.Globalization;
using System.Text;

namespace Storyprint.Extraction.Pictures;

/// <summary>Netpbm's PGM (P5): what every program for pictures reads, and needs no compressing.</summary>
internal static class PortableGraymap
{
    public static byte[] Of(GrayPicture picture) => [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{picture.Width} {picture.Height}\n255\n")), .. picture.Dots];
}
