using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Storyprint.EndToEnd.Machine;

/// <summary>Two QR readers that share no code.</summary>
internal static partial class Scanners
{
    /// <summary>What zbar reads in each picture.</summary>
    public static async Task<ILookup<string, string>> ZbarAsync(IReadOnlyList<string> pictures)
    {
        Tool.Need("zbarimg", "zbar-tools");
        var answer = await Tool.RunAsync("zbarimg", ["--quiet", "--nodbus", "--xml", .. pictures]);
        var found = XDocument.Parse(answer.Output).Descendants().Where(element => element.Name.LocalName == "data");
        return found.ToLookup(data => data.Ancestors().First(element => element.Name.LocalName == "source").Attribute("href")!.Value, data => data.Value);
    }

    /// <summary>What zxing-cpp reads in each picture.</summary>
    public static async Task<ILookup<string, string>> ZxingAsync(IReadOnlyList<string> pictures)
    {
        Tool.Need("ZXingReader", "zxing-cpp-tools");
        var answer = await Tool.RunAsync("ZXingReader", ["-format", "QRCode", "-1", .. pictures]);
        return OneLine().Matches(answer.Output).ToLookup(line => line.Groups[1].Value, line => line.Groups[2].Value);
    }

    /// <summary>The side of the symbol in a picture that says these words, in dots, quiet zone not counted.</summary>
    public static async Task<double> SideAsync(string picture, string says)
    {
        Tool.Need("ZXingReader", "zxing-cpp-tools");
        var symbols = Symbols().Matches((await Tool.RunAsync("ZXingReader", "-format", "QRCode", picture)).Output);
        var corners = Assert.Single(symbols, symbol => symbol.Groups["says"].Value == says);
        int Number(int group) => int.Parse(corners.Groups[group].Value, CultureInfo.InvariantCulture);
        return Math.Sqrt(Math.Pow(Number(3) - Number(1), 2) + Math.Pow(Number(4) - Number(2), 2));
    }

    [GeneratedRegex("""^(.+?) QRCode "(.*)"\s*$""", RegexOptions.Multiline)]
    private static partial Regex OneLine();

    [GeneratedRegex("""Text:\s+"(?<says>[^"]*)"[^"]*?Position:\s+(\d+)x(\d+) (\d+)x(\d+)""")]
    private static partial Regex Symbols();
}
