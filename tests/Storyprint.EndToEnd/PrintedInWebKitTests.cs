using System.Text.RegularExpressions;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;
using Storyprint.EndToEnd.Printing;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.EndToEnd;

/// <summary>The story page printed by WebKit, where there is one: what Chromium prints of it is there too.</summary>
public sealed partial class PrintedInWebKitTests(DemoSite site)
{
    // Millimetres: GTK's margins of 6.35, and what a box of letters stands out of its line.
    private const double Margin = 5.8;

    public static TheoryData<string, string, string> Kinds => new()
    {
        { "en", "long", "A4" }, { "en", "wide table", "Letter" }, { "en", "pictures", "Letter" }, { "fa", "long", "Letter" }, { "fa", "wide table", "A4" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_mark_is_read_by_two_scanners_and_no_sheet_is_empty(string edition, string kind, string paper)
    {
        var story = await StoryAsync(edition, kind);
        using var printed = await PrintedStory.PrintInWebKitAsync(site, story, paper);
        var scan = (await printed.ScansAsync())[0];
        Assert.Equal([$"{site.Origin}/{story.Id}"], (await Scanners.ZbarAsync([scan]))[scan]);
        Assert.Equal([$"{site.Origin}/{story.Id}"], (await Scanners.ZxingAsync([scan]))[scan]);
        Assert.Equal(paper == "A4" ? 210 : 215.9, (await printed.PaperAsync()).Width, .5);
        var sheets = await printed.SheetsAsync();
        Assert.InRange(sheets.Count, 1, 7);
        Assert.All(sheets, sheet => Assert.Matches(@"[\p{L}\p{Nd}]", sheet));
        var said = Spaces().Replace(string.Concat(sheets), "");
        Assert.Contains($"{site.Origin}/{story.Id}", said, StringComparison.Ordinal);
        Assert.Contains($"{site.Origin[8..]}/news/{story.Code}/print", said, StringComparison.Ordinal);
        if (edition == "en")
        {
            Assert.Contains($"{site.Origin}/news/{story.Code}/{story.Slug}", said, StringComparison.Ordinal);
            Assert.Contains($"Storycode{story.Code}Revision{story.Number}", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_picture_and_every_column_of_a_table_is_on_paper(string edition, string kind, string paper)
    {
        var story = await StoryAsync(edition, kind);
        using var printed = await PrintedStory.PrintInWebKitAsync(site, story, paper);
        Assert.Equal(story.Content.Body.OfType<Picture>().Count(picture => picture.IsStored), await printed.PicturesAsync());
        var (left, right) = await printed.EdgesAsync();
        Assert.InRange(left, Margin, right);
        Assert.InRange(right, left, (await printed.PaperAsync()).Width - Margin);

        // Of Persian letters, and of figures set for tables, WebKit's PDF has no text.
        var cells = PrintSimilarity.Words(string.Join('\n', story.Content.Body.OfType<Table>().SelectMany(table => table.Texts)));
        var found = PrintSimilarity.Words(string.Join('\n', await printed.SheetsAsync()));
        Assert.Empty(edition == "en" ? cells.Except(found) : []);
    }

    [Theory]
    [InlineData("long", "Letter")]
    [InlineData("wide table", "A4")]
    public async Task Every_word_of_an_English_story_is_on_paper_in_order(string kind, string paper)
    {
        var story = await StoryAsync("en", kind);
        using var printed = await PrintedStory.PrintInWebKitAsync(site, story, paper);
        var wanted = PrintSimilarity.Words(string.Join('\n', story.Content.Body.Where(block => block is not (Table or Picture)).SelectMany(block => block.Texts).Prepend(story.Content.Headline)));
        var found = PrintSimilarity.Words(string.Join('\n', await printed.SheetsAsync()));
        Assert.True(PrintSimilarity.Compute(wanted, found) >= .99, $"Missing, or not in order: {string.Join(' ', wanted.Except(found))}");
    }

    private async Task<PublishedStory> StoryAsync(string edition, string kind)
    {
        var own = (await site.StoriesAsync()).Where(story => story.Edition == edition).ToList();
        return kind switch
        {
            "long" => own.MaxBy(story => story.Content.Body.SelectMany(block => block.Texts).Sum(text => text.Length))!,
            "wide table" => own.MaxBy(story => story.Content.Body.OfType<Table>().Select(table => table.Header.Count).DefaultIfEmpty().Max())!,
            _ => own.MaxBy(story => story.Content.Body.OfType<Picture>().Count())!,
        };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
