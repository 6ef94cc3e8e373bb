using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
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

    /// <summary>The print page.</summary>
    public static Task<PrintedStory> PrintAsync(DemoSite site, Chromium chromium, PublishedStory story, string query = "") =>
        PrintAsync(site, chromium, story, $"/news/{story.Id}/print{query}", "A4");

    /// <summary>The story page, printed by the browser's own command.</summary>
    /// <param name="paper">The paper in the reader's printer.</param>
    public static Task<PrintedStory> PrintStoryPageAsync(DemoSite site, Chromium chromium, PublishedStory story, string paper) =>
        PrintAsync(site, chromium, story, $"/news/{story.Id}", paper);

    /// <summary>The story page, printed by Firefox's own command on A4.</summary>
    public static async Task<PrintedStory> PrintInFirefoxAsync(DemoSite site, Firefox firefox, PublishedStory story)
    {
        Tool.Need("pdftotext", "poppler-utils");
        var printed = new PrintedStory(story);
        await File.WriteAllBytesAsync(printed.Pdf, await firefox.PrintAsync(new Uri(site.Address, $"/news/{story.Id}"), 21, 29.7), TestContext.Current.CancellationToken);
        return printed;
    }

    /// <summary>The story page, printed by WebKit's own command.</summary>
    /// <param name="paper">The paper in the reader's printer.</param>
    public static async Task<PrintedStory> PrintInWebKitAsync(DemoSite site, PublishedStory story, string paper)
    {
        Tool.Need("pdftotext", "poppler-utils");
        var printed = new PrintedStory(story);
        await WebKit.PrintAsync(new Uri(site.Address, $"/news/{story.Id}"), printed.Pdf, paper);
        return printed;
    }

    private static async Task<PrintedStory> PrintAsync(DemoSite site, Chromium chromium, PublishedStory story, string path, string paper)
    {
        Tool.Need("pdftotext", "poppler-utils");
        var printed = new PrintedStory(story);
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.PdfAsync(new() { Path = printed.Pdf, PrintBackground = false, PreferCSSPageSize = true, Format = paper });
        return printed;
    }

    public Task<byte[]> PdfAsync() => File.ReadAllBytesAsync(Pdf, TestContext.Current.CancellationToken);

    /// <summary>The text of each sheet, as copying out of a reader gives it.</summary>
    public async Task<IReadOnlyList<string>> SheetsAsync() =>
        (await Tool.RunAsync("pdftotext", "-enc", "UTF-8", Pdf, "-")).Output.TrimEnd('\f').Split('\f');

    /// <summary>
    /// The text column by column, made from where each word stands: of columns from right to left Poppler mixes the lines, and of short
    /// columns on a last sheet their order. Words that were divided at the end of a line are whole again.
    /// </summary>
    public async Task<string> InReadingOrderAsync()
    {
        var isRightToLeft = Story.Content.Language == "fa";
        var boxes = XDocument.Parse((await Tool.RunAsync("pdftotext", "-enc", "UTF-8", "-bbox", Pdf, "-")).Output);
        var columns = Story.Content.Body.Count < 6 ? 2 : 3;
        var words = new StringBuilder();
        foreach (var sheet in boxes.Descendants().Where(element => element.Name.LocalName == "page"))
        {
            var width = Number(sheet, "width");
            double Start(XElement word) => isRightToLeft ? width - Number(word, "xMax") : Number(word, "xMin");
            foreach (var word in sheet.Elements()
                .OrderBy(word => (int)((Start(word) - Margin + 3) / ((width - (2 * Margin)) / columns)))
                .ThenBy(word => Math.Round((Number(word, "yMin") + Number(word, "yMax")) / LineHeight))
                .ThenBy(Start))
            {
                words.Append(
                    word.Value.EndsWith(Divided, StringComparison.Ordinal) ? word.Value[..^Divided.Length]

                    // With their places, right-to-left words are given as their letters stand on the paper, from left to right.
                    : (RightToLeft().IsMatch(word.Value) ? string.Concat(word.Value.Reverse()) : word.Value) + " ");
            }
        }

        return words.ToString();
    }

    /// <summary>A soft hyphen and the hyphen the browser drew for it.</summary>
    private const string Divided = "\u00AD-";

    // Points: 16 mm of margin; twice the least distance that sets two lines apart.
    private const double Margin = 16 / 25.4 * 72;
    private const double LineHeight = 16;

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

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

    /// <summary>Where the outermost words begin and end, in millimetres from the left edge of their sheets.</summary>
    public async Task<(double Left, double Right)> EdgesAsync()
    {
        var boxes = XDocument.Parse((await Tool.RunAsync("pdftotext", "-enc", "UTF-8", "-bbox", Pdf, "-")).Output);
        var words = boxes.Descendants().Where(element => element.Name.LocalName == "word").ToList();
        return (words.Min(word => Number(word, "xMin")) / 72 * 25.4, words.Max(word => Number(word, "xMax")) / 72 * 25.4);
    }

    /// <summary>How many pictures are on the sheets.</summary>
    public async Task<int> PicturesAsync() => Picture().Count((await Tool.RunAsync("pdfimages", "-list", Pdf)).Output);

    /// <summary>Each sheet as a scanner sees it.</summary>
    public async Task<IReadOnlyList<string>> ScansAsync()
    {
        await Tool.RunAsync("pdftoppm", "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-gray", "-png", Pdf, Path.Combine(folder, "scan"));
        return [.. Directory.EnumerateFiles(folder, "scan-*.png").Order(StringComparer.Ordinal)];
    }

    /// <summary>Width in millimetres of so many dots of a scan.</summary>
    public static double Millimetres(double dots) => dots / DotsPerInch * 25.4;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [GeneratedRegex(@"[\u0620-\u064A\u066E-\u06D3]")]
    private static partial Regex RightToLeft();

    [GeneratedRegex(@"^ *\d+ +\d+ +image ", RegexOptions.Multiline)]
    private static partial Regex Picture();

    [GeneratedRegex(@"Page size:\s+([\d.]+) x ([\d.]+) pts")]
    private static partial Regex SizeLine();
}
