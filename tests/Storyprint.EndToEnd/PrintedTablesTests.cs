using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd;

/// <summary>Generated tables of two to forty columns, in both directions of writing, on A4 and Letter: nothing lies over anything else, and every figure is whole.</summary>
public sealed class PrintedTablesTests(Chromium chromium) : IAsyncLifetime
{
    private const int Stories = 40;

    // Points. Boxes of words in neighbouring lines touch, for fonts are higher than their letters.
    private const double Margin = 16 / 25.4 * 72;
    private const double Beside = 1.5;
    private const double OfHeight = .45;

    private static readonly string[] English = ["Quay", "Ferry steps", "Old harbour", "Coal pier", "Boats", "Landed", "Lighthouse keeper’s count", "Tide"];
    // Without joiners: Poppler parts words at them, with boxes that cross.
    private static readonly string[] Persian = ["اسکله", "پلکان کشتی", "بندر قدیم", "قایق", "شمار نگهبان فانوس", "آب"];

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-tables-").FullName;
    private StoryprintProcess? program;
    private Uri address = null!;

    public async ValueTask InitializeAsync()
    {
        Tool.Need("pdftotext", "poppler-utils");
        var (stories, data) = (Directory.CreateDirectory(Path.Combine(folder, "stories")).FullName, Directory.CreateDirectory(Path.Combine(folder, "data")).FullName);
        object Edition(string language, string name, string calendar, string numerals) => new
        {
            language,
            name,
            tagline = "",
            timeZone = "UTC",
            zoneName = "",
            paper = "A4",
            calendar,
            numerals,
            sections = new[] { new { slug = "sea", name } },
            about = "",
            policies = "",
            imprint = "",
        };
        await File.WriteAllTextAsync(Path.Combine(data, "publication.json"), JsonSerializer.Serialize(new
        {
            address = "https://tables.example",
            contact = "desk@tables.example",
            trustTxt = Array.Empty<string>(),
            firstStoryNumber = 1000,
            editions = new[] { Edition("en", "The Tables", "Gregorian", "Latin"), Edition("fa", "جدول", "Jalali", "Persian") },
        }));
        for (var story = 0; story < Stories; story++)
        {
            await File.WriteAllTextAsync(Path.Combine(stories, $"story-{story:00}.md"), Story(story));
        }

        var (exitCode, said) = await StoryprintProcess.RunAsync("import", stories, "--data", data);
        Assert.True(exitCode == 0, said);
        program = StoryprintProcess.Start("serve", "--data", data, "--port", "0");
        address = await program.AddressAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
        {
            await program.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task No_word_lies_over_another_or_off_the_sheet_and_no_figure_is_broken()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        using var http = new HttpClient { BaseAddress = address };
        var sitemap = XDocument.Parse(await http.GetStringAsync("/sitemap-1.xml", TestContext.Current.CancellationToken));
        var links = sitemap.Descendants().Where(element => element.Name.LocalName == "loc").Select(loc => new Uri(loc.Value).AbsolutePath.Split('/')[2]).ToList();
        Assert.Equal(Stories, links.Count);
        foreach (var (code, index) in links.Select((code, index) => (code, index)))
        {
            // The print page, and of every fourth width, in both scripts, the story page by the browser's own command.
            var paper = index % 2 == 0 ? "A4" : "Letter";
            foreach (var path in (string[])[$"/news/{code}/print?paper={paper}", .. index / 2 % 4 == 0 ? [$"/news/{code}"] : Array.Empty<string>()])
            {
                var pdf = Path.Combine(folder, $"{code}{(path.EndsWith(code, StringComparison.Ordinal) ? "-story-page" : "")}.pdf");
                await page.GotoAsync(new Uri(address, path).ToString());
                await page.PdfAsync(new() { Path = pdf, PrintBackground = false, PreferCSSPageSize = true, Format = paper });
                var figures = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('td.figure')].map(cell => cell.textContent)");
                await AssertCleanAsync(pdf, figures);
            }
        }
    }

    private static async Task AssertCleanAsync(string pdf, string[] figures)
    {
        var boxes = XDocument.Parse((await Tool.RunAsync("pdftotext", "-enc", "UTF-8", "-bbox", pdf, "-")).Output);
        var printed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sheet in boxes.Descendants().Where(element => element.Name.LocalName == "page"))
        {
            // Marks of direction are not drawn.
            var words = sheet.Elements().Select(word => new Word(Drawn(word.Value), Number(word, "xMin"), Number(word, "yMin"), Number(word, "xMax"), Number(word, "yMax"))).Where(word => word.Text.Length > 0).ToList();
            printed.UnionWith(words.Select(word => word.Text));
            Assert.All(words, word => Assert.InRange(word.Left, Margin - 2, Number(sheet, "width") - Margin + 2));
            Assert.All(words, word => Assert.InRange(word.Right, Margin - 2, Number(sheet, "width") - Margin + 2));
            foreach (var (one, at) in words.Select((word, at) => (word, at)))
            {
                Assert.All(words.Skip(at + 1), other => Assert.False(one.LiesOver(other), $"{Path.GetFileName(pdf)}: “{one.Text}” and “{other.Text}” lie over each other."));
            }
        }

        // Poppler gives digits of right-to-left pages in either order.
        Assert.All(figures, figure => Assert.True(printed.Contains(figure) || printed.Contains(string.Concat(figure.Reverse())), $"{Path.GetFileName(pdf)}: {figure} is not whole."));
    }

    private static string Drawn(string text) => string.Concat(text.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format));

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    // From two columns to forty, figures and words, some paragraphs before, between and behind.
    private static string Story(int story)
    {
        var random = new Random(story);
        var (isPersian, columns) = (story % 2 == 1, 2 + (story / 2 * 2));
        var words = isPersian ? Persian : English;
        var paragraph = string.Join(' ', Enumerable.Range(0, 40).Select(_ => words[random.Next(words.Length)])) + ".\n\n";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: {words[0]} {story}\nsection: sea\nlanguage: {(isPersian ? "fa" : "en")}\ndate: 2026-03-01T08:{story:00}:00Z\n---\n{paragraph}{paragraph}");
        text.Append('|').AppendJoin('|', Enumerable.Range(0, columns).Select(column => column == 0 ? words[1] : $"{1980 + column}")).Append("|\n|").AppendJoin('|', Enumerable.Repeat("---", columns)).Append("|\n");
        for (var row = 0; row < 8; row++)
        {
            text.Append('|').AppendJoin('|', Enumerable.Range(0, columns).Select(column => column == 0 || (column == 3 && story % 3 == 0)
                ? words[random.Next(words.Length)] : string.Create(CultureInfo.InvariantCulture, $"{random.Next(1000, 99999):N0}"))).Append("|\n");
        }

        return text.Append('\n').Append(paragraph).Append(paragraph).ToString();
    }

    private sealed record Word(string Text, double Left, double Top, double Right, double Bottom)
    {
        public bool LiesOver(Word other) =>
            Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > Beside
            && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > OfHeight * Math.Min(Bottom - Top, other.Bottom - other.Top);
    }
}
