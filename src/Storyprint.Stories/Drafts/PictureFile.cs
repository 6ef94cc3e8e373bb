using System.Globalization;
using Storyprint.Stories.Body;

namespace Storyprint.Stories.Drafts;

/// <summary>The file of a picture as one value, <c>HASH 1600x1200</c>, so that no merge takes the hash of one picture and the width of another.</summary>
/// <param name="Hash">SHA-256 in lower-case hex; null (<c>-</c>) where the file is absent.</param>
public readonly record struct PictureFile(string? Hash, int Width, int Height)
{
    public static bool TryParse(string? text, out PictureFile file)
    {
        file = default;
        if (text?.Split(' ') is not [var hash, var size] || size.Split('x') is not [var width, var height]
            || !int.TryParse(width, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var across)
            || !int.TryParse(height, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var down)
            || !(hash is "-" || (hash.Length > 0 && hash.All(char.IsAsciiHexDigitLower))))
        {
            return false;
        }

        file = new PictureFile(hash is "-" ? null : hash, across, down);
        return file.ToString() == text;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hash ?? "-"} {Width}x{Height}");
}

/// <summary>The point that crops keep visible as one value, <c>0.25 0.5</c>.</summary>
internal static class PicturePoint
{
    public static bool TryParse(string? text, out FocalPoint point)
    {
        point = FocalPoint.Centre;
        if (text?.Split(' ') is not [var x, var y] || !TryRead(x, out var across) || !TryRead(y, out var down))
        {
            return false;
        }

        point = new FocalPoint(across, down);
        return Format(point) == text;
    }

    public static string Format(FocalPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:R} {point.Y:R}");

    private static bool TryRead(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
