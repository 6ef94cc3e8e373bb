using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;
using Storyprint.Storage.Stories;

namespace Storyprint.EndToEnd.Printing;

/// <summary>One revision printed to PDF by the browser as readers print: background graphics off, the page's own paper.</summary>
internal sealed partial class PrintedStory : IDisposable
{
    /// <summary>As a modest office scanner reads.</summary>
    private const int DotsPerInch = 200;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-print-").FullName;

    private PrintedStory(PublishedStory story) => Story = story;

    public PublishedStory Story { get; }

    private string Pdf => Path.Combine(folder, "page.pdf");

    public static async Task<PrintedStory> PrintAsync(DemoSite site, Chromium chromium, PublishedStory story, string query = "")
    {
        Tool.Need("pdftotext", "poppler-utils");
        var printed = new PrintedStory(story);
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, $"/news/{story.Id}/print{query}").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.PdfAsync(new() { Path = printed.Pdf, PrintBackground = false, PreferCSSPageSize = true });
        return printed;
    }

    /// <summary>The text of each sheet, as copying out of a reader gives it.</summary>
    public async Task<IReadOnlyList<string>> SheetsAsync() =>
        (await Tool.RunAsync("pdftotext", "-enc", "UTF-8", Pdf, "-")).Output.TrimEnd('\f').Split('\f');

    /// <summary>The lines of <c>pdffonts</c>, one a font.</summary>
    public async Task<IReadOnlyList<string>> FontsAsync() =>
        (await Tool.RunAsync("pdffonts", Pdf)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

    /// <summary>Width and height of the sheets in millimetres.</summary>
    public async Task<(double Width, double Height)> PaperAsync()
    {
        var size = SizeLine().Match((await Tool.RunAsync("pdfinfo", Pdf)).Output);
        double Millimetres(int group) => double.Parse(size.Groups[group].Value, CultureInfo.InvariantCulture) / 72 * 25.4;
        return (Millimetres(1), Millimetres(2));
    }

    /// <summary>The first sheet as a scanner sees it.</summary>
    public async Task<string> ScanAsync()
    {
        await Tool.RunAsync("pdftoppm", "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", "1", "-l", "1", "-singlefile", "-gray", "-png", Pdf, Path.Combine(folder, "scan"));
        return Path.Combine(folder, "scan.png");
    }

    /// <summary>Width in millimetres of so many dots of a scan.</summary>
    public static double Millimetres(double dots) => dots / DotsPerInch * 25.4;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [GeneratedRegex(@"Page size:\s+([\d.]+) x ([\d.]+) pts")]
    private static partial Regex SizeLine();
}
