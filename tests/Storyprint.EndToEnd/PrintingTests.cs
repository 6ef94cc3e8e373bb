using System.Text.RegularExpressions;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;
using Storyprint.EndToEnd.Printing;
using Storyprint.Print.Marks;
using Storyprint.Print.Sheets;
using Storyprint.Provenance.Seals;
using Storyprint.Storage.Log;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.EndToEnd;

/// <summary>Stories printed by a browser, and read back from the paper.</summary>
public sealed partial class PrintingTests(DemoSite site, Chromium chromium)
{
    private const double EnglishLikeness = .97;
    private const double PersianLikeness = .9;

    // Millimetres; a table of the demonstration that is wider stands over the columns.
    private const double ColumnWidth = 55;

    public static TheoryData<string> Kinds => ["library", "short", "long", "table", "list", "older", "hostile", "fa", "fa table", "fa long"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Everything_that_names_a_story_is_text_on_its_paper(string kind)
    {
        using var printed = await PrintAsync(kind);
        var (story, content) = (printed.Story, printed.Story.Content);
        var sheets = await printed.SheetsAsync();
        var joined = Spaces().Replace(string.Concat(sheets), "");
        Assert.Contains($"{site.Origin}/{story.Id}", joined, StringComparison.Ordinal);
        Assert.Contains($"{site.Origin}/news/", joined, StringComparison.Ordinal);
        Assert.Contains("UTC+", joined, StringComparison.Ordinal);
        Assert.All(sheets, sheet => Assert.Contains(story.Id.ToString(), sheet, StringComparison.Ordinal));
        if (content.Language == "en")
        {
            Assert.Contains($"{site.Origin}/news/{story.Code}/{story.Slug}", joined, StringComparison.Ordinal);
            Assert.Contains($"Revision {story.Number}", sheets[0], StringComparison.Ordinal);
            Assert.All(sheets.Select((sheet, index) => (sheet, index)).Where(_ => sheets.Count > 1), numbered =>
                Assert.Contains($"Page {numbered.index + 1} of {sheets.Count}", numbered.sheet, StringComparison.Ordinal));
        }

        var head = string.Join('\n', content.Kicker, content.Headline, content.Standfirst, string.Join(' ', content.Bylines));
        AssertLike(content.Language, head, PrintSimilarity.Words(sheets[0]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_word_of_the_body_is_on_paper_in_order(string kind)
    {
        using var printed = await PrintAsync(kind);
        var (language, body) = (printed.Story.Content.Language, printed.Story.Content.Body);
        var found = PrintSimilarity.Words(await printed.InReadingOrderAsync());
        var running = Words(body.Where(block => block is not (Table or Picture)));
        if (body.OfType<Table>().Any(table => TableFit.Create(table, ColumnWidth, language == "fa").Room != TableRoom.Column))
        {
            // Columns stand above and below such a table, and what is read back runs down the whole sheet.
            found = [.. found.Order(StringComparer.Ordinal)];
            running = string.Join(' ', PrintSimilarity.Words(running).Order(StringComparer.Ordinal));
        }

        AssertLike(language, running, found);

        // Captions and cells stand beside the running text, so readers of PDF put them before or behind it.
        var beside = PrintSimilarity.Words(Words(body.Where(block => block is Table or Picture))).Order(StringComparer.Ordinal).ToList();
        Assert.True(PrintSimilarity.Compute(beside, [.. found.Order(StringComparer.Ordinal)]) >= (language == "fa" ? PersianLikeness : EnglishLikeness), $"Missing of: {string.Join(' ', beside)}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_mark_on_the_first_sheet_is_read_by_two_scanners_and_large_enough(string kind)
    {
        using var printed = await PrintAsync(kind);
        await AssertMarkAsync(printed, (await printed.ScansAsync())[0], 24.5, 30);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_seal_mark_at_the_foot_is_read_by_two_scanners_and_its_seal_is_ours(string kind)
    {
        using var printed = await PrintAsync(kind);
        var scan = (await printed.ScansAsync())[^1];
        var read = Assert.Single((await Scanners.ZbarAsync([scan]))[scan], IsSealed);
        Assert.Equal(read, Assert.Single((await Scanners.ZxingAsync([scan]))[scan], IsSealed));
        Assert.True(SealLink.TryParse(read, out var link));
        Assert.Equal(printed.Story.Id.ToString(), link.Revision.ToString());
        var log = site.Installation.Log;
        var keys = await new KeyStore(site.Installation.Database, log.Publisher).ListAsync(TestContext.Current.CancellationToken);
        Assert.IsType<SealVerdict.Counts>(keys.Judge(link, printed.Story.LogIndex));
        await AssertSizeAsync(SealMark.Create(read), scan, 31, 38);
    }

    [Theory]
    [InlineData("long", "?paper=A4")]
    [InlineData("long", "?paper=letter")]
    [InlineData("fa long", "?paper=A4")]
    [InlineData("fa long", "?paper=letter")]
    public async Task Every_further_sheet_has_its_own_mark_and_the_words_beside_it(string kind, string query)
    {
        using var printed = await PrintAsync(kind, query);
        var scans = await printed.ScansAsync();
        Assert.InRange(scans.Count, 2, 9);
        foreach (var scan in scans.Skip(1))
        {
            await AssertMarkAsync(printed, scan, 20, 24.5);
        }

        // Once at the head and once at the foot, so that half a sheet still names its story, and in the last line of the story; the picture
        // says nothing a second time.
        var sheets = await printed.SheetsAsync();
        Assert.All(sheets.Skip(1), sheet =>
            Assert.Equal(sheet == sheets[^1] ? 3 : 2, sheet.Split($"{site.Origin}/{printed.Story.Id}").Length - 1));
        AssertLike(printed.Story.Content.Language, Words(printed.Story.Content.Body.Where(block => block is not (Table or Picture))), PrintSimilarity.Words(await printed.InReadingOrderAsync()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Fonts_are_embedded_and_stay_text(string kind)
    {
        using var printed = await PrintAsync(kind);
        Assert.All(await printed.FontsAsync(), font =>
        {
            Assert.DoesNotContain("Type 3", font, StringComparison.Ordinal);
            Assert.Matches(@"yes\s+yes\s+yes\s+\d+\s+\d+$", font);
        });
    }

    [Theory]
    [InlineData("", 210, 297)]
    [InlineData("?paper=letter", 215.9, 279.4)]
    [InlineData("?paper=A4", 210, 297)]
    public async Task The_paper_is_the_one_asked_for(string query, double width, double height)
    {
        using var printed = await PrintAsync("library", query);
        var paper = await printed.PaperAsync();
        Assert.Equal(width, paper.Width, 0.5);
        Assert.Equal(height, paper.Height, 0.5);
        AssertLike("en", Words(printed.Story.Content.Body), PrintSimilarity.Words(await printed.InReadingOrderAsync()));
    }

    private async Task AssertMarkAsync(PrintedStory printed, string scan, double least, double most)
    {
        // The last sheet has the seal mark as well.
        var link = $"{site.Origin}/{printed.Story.Id}";
        Assert.Equal([link], (await Scanners.ZbarAsync([scan]))[scan].Where(text => !IsSealed(text)));
        Assert.Equal([link], (await Scanners.ZxingAsync([scan]))[scan].Where(text => !IsSealed(text)));
        await AssertSizeAsync(LinkMark.Create(site.Installation.Publication.PublicAddress, printed.Story.Id), scan, least, most);
    }

    private static async Task AssertSizeAsync(QrSymbol mark, string scan, double least, double most)
    {
        var side = PrintedStory.Millimetres(await Scanners.SideAsync(scan, mark.Payload));
        Assert.InRange(side, least, most);
        Assert.InRange(side / (mark.Size - (2 * QrSymbol.QuietZone)), .6, 1.5);
    }

    private static bool IsSealed(string text) => text.Contains("/s/", StringComparison.Ordinal);

    private static void AssertLike(string language, string expected, IReadOnlyList<string> found)
    {
        var words = PrintSimilarity.Words(expected);
        var likeness = PrintSimilarity.Compute(words, found);
        Assert.True(likeness >= (language == "fa" ? PersianLikeness : EnglishLikeness), $"Only {likeness:P1} of this came through: {expected}\n\nWhat came: {string.Join(' ', found)}");
    }

    private async Task<PrintedStory> PrintAsync(string kind, string query = "") =>
        await PrintedStory.PrintAsync(site, chromium, await StoryAsync(kind), query);

    private async Task<PublishedStory> StoryAsync(string kind)
    {
        var stories = await site.StoriesAsync();
        var own = stories.Where(story => story.Edition == (kind.StartsWith("fa", StringComparison.Ordinal) ? "fa" : "en")).ToList();
        return kind switch
        {
            "short" => own.MinBy(Length)!,
            "long" or "fa long" => own.MaxBy(Length)!,
            "table" or "fa table" => own.First(story => story.Content.Body.OfType<Table>().Any()),
            "list" => own.First(story => story.Content.Body.OfType<BulletList>().Any()),
            "older" => (await new StoryStore(site.Installation.Database).FindAsync(own.First(story => story.Current.Value > 1).Id with { Number = new(1) }))!,
            "hostile" => own.First(story => Additions.IsHostile(story.Content)),
            "fa" => own[0],
            _ => own.First(story => story.Code == DemoSite.Library),
        };
    }

    private static string Words(IEnumerable<Block> blocks) => string.Join('\n', blocks.SelectMany(block => block.Texts));

    private static int Length(PublishedStory story) => story.Content.Body.SelectMany(block => block.Texts).Sum(text => text.Length);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
