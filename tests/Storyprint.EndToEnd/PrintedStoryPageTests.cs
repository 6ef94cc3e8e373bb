using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;
using Storyprint.EndToEnd.Printing;
using Storyprint.Print.Marks;
using Storyprint.Print.Sheets;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.EndToEnd;

/// <summary>The story page printed by the browser's own command, as most people print: it holds what the print page holds.</summary>
public sealed class PrintedStoryPageTests(DemoSite site, Chromium chromium)
{
    public static TheoryData<string, string> Kinds => new()
    {
        { "long", "A4" }, { "table", "Letter" }, { "older", "A4" }, { "links", "A4" }, { "fa long", "Letter" }, { "fa table", "A4" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_mark_is_read_by_two_scanners_and_every_sheet_names_the_story(string kind, string paper)
    {
        var story = await StoryAsync(kind);
        using var printed = await PrintedStory.PrintStoryPageAsync(site, chromium, story, paper);
        var (link, scan) = ($"{site.Origin}/{story.Id}", (await printed.ScansAsync())[0]);
        Assert.Equal([link], (await Scanners.ZbarAsync([scan]))[scan]);
        Assert.Equal([link], (await Scanners.ZxingAsync([scan]))[scan]);
        var mark = LinkMark.Create(site.Installation.Publication.PublicAddress, story.Id);
        Assert.InRange(PrintedStory.Millimetres(await Scanners.SideAsync(scan, mark.Payload)), 24.5, 30);
        Assert.All(await printed.SheetsAsync(), sheet => Assert.Contains(story.Id.ToString(), sheet, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_word_of_the_print_page_but_its_seal_is_on_it(string kind, string paper)
    {
        var story = await StoryAsync(kind);
        using var made = await PrintedStory.PrintAsync(site, chromium, story, $"?paper={paper}");
        using var printed = await PrintedStory.PrintStoryPageAsync(site, chromium, story, paper);
        var (wanted, found) = (await WordsAsync(made), await WordsAsync(printed));
        var missing = wanted.Except(found).ToList();

        // Readers of PDF do not agree where words of Arabic letters end.
        Assert.True(missing.Count <= wanted.Count * (story.Edition == "fa" ? .12 : .03), $"Of {wanted.Count} words these are missing: {string.Join(' ', missing)}");
        if (story.Edition == "en")
        {
            var running = PrintSimilarity.Words(string.Join('\n', story.Content.Body.Where(block => block is not (Table or Picture)).SelectMany(block => block.Texts)));
            Assert.True(PrintSimilarity.Compute([.. running.Order(StringComparer.Ordinal)], [.. PrintSimilarity.Words(string.Join('\n', await printed.SheetsAsync())).Order(StringComparer.Ordinal)]) > .97);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_needs_about_as_many_sheets_as_the_print_page(string kind, string paper)
    {
        var story = await StoryAsync(kind);
        using var made = await PrintedStory.PrintAsync(site, chromium, story, $"?paper={paper}");
        using var printed = await PrintedStory.PrintStoryPageAsync(site, chromium, story, paper);
        Assert.InRange((await printed.SheetsAsync()).Count, 1, (await made.SheetsAsync()).Count + 1);
    }

    private async Task<HashSet<string>> WordsAsync(PrintedStory printed)
    {
        var words = PrintSimilarity.Words(string.Join('\n', await printed.SheetsAsync())).ToHashSet(StringComparer.Ordinal);
        words.ExceptWith(["SEAL", "CHECKED", "WITHOUT", "NETWORK", "THIS", "TO", "BE", "A", "OF", "HOW", "CHECK"]);
        return words;
    }

    private async Task<PublishedStory> StoryAsync(string kind)
    {
        var stories = await site.StoriesAsync();
        var own = stories.Where(story => story.Edition == (kind.StartsWith("fa", StringComparison.Ordinal) ? "fa" : "en")).ToList();
        return kind switch
        {
            "long" or "fa long" => own.MaxBy(story => story.Content.Body.SelectMany(block => block.Texts).Sum(text => text.Length))!,
            "table" or "fa table" => own.First(story => story.Content.Body.OfType<Table>().Any()),
            "links" => own.MaxBy(story => Links(story.Content).Count)!,
            _ => (await new StoryStore(site.Installation.Database).FindAsync(own.First(story => story.Current.Value > 1).Id with { Number = new(1) }))!,
        };
    }

    private IReadOnlyList<string> Links(StoryContent content) => new NumberedLinks(content, site.Installation.Publication.PublicAddress).Addresses;
}
