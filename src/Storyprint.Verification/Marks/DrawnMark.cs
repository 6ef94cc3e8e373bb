using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Storyprint.Verification.Marks;

/// <summary>A mark that is drawn as an SVG path of rectangles a module high, as pages and files have it.</summary>
internal static partial class DrawnMark
{
    private const int QuietZone = 4;

    /// <summary>What a scanner reads in an SVG file; null where it is no such mark.</summary>
    public static string? ReadSvg(string svg) =>
        svg.Length < 1 << 20 && File().Match(svg) is { Success: true } file && Read(file.Groups["box"].Value, file.Groups["path"].Value) is { } read
        && (!file.Groups["label"].Success || WebUtility.HtmlDecode(file.Groups["label"].Value) == read)
            ? read
            : null;

    /// <summary>What a scanner reads in a path; null where it is none of a mark.</summary>
    /// <param name="viewBox">From 0 with the quiet zone, or from 4 without it.</param>
    public static string? Read(string? viewBox, string? path)
    {
        if (viewBox?.Split(' ') is not [var left, var top, var width, var height] || left != top || width != height
            || !int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) || offset is not (0 or QuietZone)
            || !int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var side) || side > 200)
        {
            return null;
        }

        var size = offset == 0 ? side - (2 * QuietZone) : side;
        return size >= 21 && Modules(path ?? string.Empty, size) is { } modules ? QrReader.Read(modules) : null;
    }

    private static bool[,]? Modules(string path, int size)
    {
        var modules = new bool[size, size];
        var end = 0;
        foreach (Match run in Run().Matches(path))
        {
            var (x, y, length) = (Number(run.Groups[1]) - QuietZone, Number(run.Groups[2]) - QuietZone, Number(run.Groups[3]));
            if (run.Index != end || x < 0 || y < 0 || length < 1 || y >= size || x + length > size)
            {
                return null;
            }

            end = run.Index + run.Length;
            for (var at = x; at < x + length; at++)
            {
                // What is drawn twice could come out light.
                if (modules[y, at])
                {
                    return null;
                }

                modules[y, at] = true;
            }
        }

        return end == path.Length ? modules : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M([0-9]{1,3}) ([0-9]{1,3})h([0-9]{1,3})v1h-\3z")]
    private static partial Regex Run();

    // Exactly as the program writes it: anything else in the picture would be seen beside the mark or instead of it.
    [GeneratedRegex(@"\A<svg xmlns=""http://www\.w3\.org/2000/svg""(?: width=""[0-9]+mm"" height=""[0-9]+mm"")? viewBox=""(?<box>[0-9 ]+)""(?: role=""img"" aria-label=""(?<label>[^""<]*)"")? shape-rendering=""crispEdges"">(?:<rect width=""[0-9]+"" height=""[0-9]+"" fill=""#fff""/>)?<path d=""(?<path>[^""]*)""/></svg>\s*\z")]
    private static partial Regex File();
}
