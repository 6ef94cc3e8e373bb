using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories.Body;
using Storyprint.Stories.Editions;

namespace Storyprint.Tests.Formats;

/// <summary>The publication the trial archives go into, and short ways to read them.</summary>
internal static class Trial
{
    public static Edition English { get; } = new() { Language = "en", Name = "The Ledger", TimeZone = "Europe/Copenhagen" };

    public static Edition Persian { get; } = new() { Language = "fa", Name = "دفتر", TimeZone = "Asia/Tehran", Calendar = EditionCalendar.Jalali };

    public static ImportOptions Options { get; } = new()
    {
        Publication = new Publication { Address = "https://ledger.example", Editions = [English, Persian] },
        Edition = English,
    };

    public static List<ImportedItem> Items(this IImportReader reader) => [.. reader.Read(null, TestContext.Current.CancellationToken)];

    public static ImportedStory Story(this IImportReader reader) => Assert.Single(reader.Items().OfType<ImportedStory>());

    public static IReadOnlyList<Block> Body(string html, HtmlToBlocksOptions? options = null) => HtmlToBlocks.Read(html, options ?? new()).Body;

    public static IReadOnlyList<string> ImportWarnings(string html, HtmlToBlocksOptions? options = null) => HtmlToBlocks.Read(html, options ?? new()).ImportWarnings;

    public static string Words(IEnumerable<Block> body) => string.Join('\n', body.SelectMany(block => block.Texts));
}
