using System.Text.RegularExpressions;

namespace Storyprint.Extraction.Pictures;

/// <summary>The QR readers that a machine may have: zbar and zxing-cpp, which share no code with each other.</summary>
internal static partial class MarkPrograms
{
    private const string File = "mark.pgm";

    public static async Task<IReadOnlyList<FoundMark>> ReadAsync(GrayPicture picture, CancellationToken cancellation)
    {
        if (!MachineTool.IsThere("zbarimg") && !MachineTool.IsThere("ZXingReader"))
        {
            return [];
        }

        // The working folder is private to this process and goes with it.
        await System.IO.File.WriteAllBytesAsync(File, PortableGraymap.Of(picture), cancellation);
        var zbar = await MachineTool.RunAsync("zbarimg", ["--quiet", "--nodbus", "--raw", "-Sdisable", "-Sqrcode.enable", File], default, cancellation);
        var zxing = string.IsNullOrWhiteSpace(zbar) ? await MachineTool.RunAsync("ZXingReader", ["-format", "QRCode", "-1", File], default, cancellation) : null;
        IEnumerable<string> said = string.IsNullOrWhiteSpace(zbar) ? OneLine().Matches(zxing ?? "").Select(line => line.Groups[1].Value) : zbar.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. said.Where(words => words.Length <= 4096).Distinct().Select(words => new FoundMark(words, 0))];
    }

    [GeneratedRegex("""^.+? QRCode "(.*)"\s*$""", RegexOptions.Multiline)]
    private static partial Regex OneLine();
}
