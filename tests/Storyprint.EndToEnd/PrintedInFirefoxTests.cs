using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;
using Storyprint.EndToEnd.Printing;
using Storyprint.Stories.Body;

namespace Storyprint.EndToEnd;

/// <summary>The story page printed by Firefox, where there is one: what Chromium prints of it is there too.</summary>
public sealed class PrintedInFirefoxTests(DemoSite site)
{
    [Theory]
    [InlineData("en", .97)]
    [InlineData("fa", .0)]
    public async Task The_mark_is_read_and_every_word_and_identity_is_on_paper(string edition, double least)
    {
        var story = (await site.StoriesAsync()).Where(story => story.Edition == edition && story.IsCurrent && !story.Content.Body.OfType<Table>().Any())
            .MaxBy(story => story.Content.Body.SelectMany(block => block.Texts).Sum(text => text.Length))!;
        await using var firefox = await Firefox.StartAsync();
        using var printed = await PrintedStory.PrintInFirefoxAsync(site, firefox, story);
        var scan = (await printed.ScansAsync())[0];
        Assert.Equal([$"{site.Origin}/{story.Id}"], (await Scanners.ZbarAsync([scan]))[scan]);
        Assert.Equal([$"{site.Origin}/{story.Id}"], (await Scanners.ZxingAsync([scan]))[scan]);
        var sheets = await printed.SheetsAsync();
        Assert.InRange(sheets.Count, 1, 4);
        var said = string.Join('\n', sheets);
        Assert.Contains(story.Id.ToString(), said, StringComparison.Ordinal);
        var wanted = PrintSimilarity.Words(string.Join('\n', story.Content.Body.Where(block => block is not (Table or Picture or PullQuote)).SelectMany(block => block.Texts).Prepend(story.Content.Headline)));
        var found = PrintSimilarity.Words(said);

        // Readers of PDF do not agree in which order columns stand, and make no words of the Arabic letters that Firefox draws.
        Assert.True(PrintSimilarity.Compute([.. wanted.Order(StringComparer.Ordinal)], [.. found.Order(StringComparer.Ordinal)]) >= least, string.Join(' ', wanted.Except(found)));
    }
}
