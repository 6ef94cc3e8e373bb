using System.Data.Common;
using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Newsroom.Imports;

public class ImportStoriesTests : IAsyncLifetime
{
    public sealed class OnPostgres : ImportStoriesTests, IOnPostgres;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-import-").FullName;
    private TestEngine engine = null!;
    private Database database = null!;

    public async ValueTask InitializeAsync()
    {
        engine = await TestEngine.CreateAsync(folder);
        database = engine.Open();
    }

    public async ValueTask DisposeAsync()
    {
        database.CloseIdle();
        await engine.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Stories_get_their_codes_in_the_order_of_the_archive_over_several_batches()
    {
        var report = await RunAsync(Stories(2200));
        Assert.Equal([.. Enumerable.Range(0, 2200).Select(number => $"s{number}")], report.Items.Select(item => item.Source));
        Assert.Equal(report.Items.Select(item => item.Code).Order(StringComparer.Ordinal), report.Items.Select(item => item.Code));
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var first = await RunAsync(Stories(1100));
        var second = await RunAsync(Stories(1100));
        Assert.All(second.Items, item => Assert.Equal(ImportOutcome.Unchanged, item.Outcome));
        Assert.Equal(first.Items.Select(item => item.Code), second.Items.Select(item => item.Code));
    }

    [Fact]
    public async Task What_turns_words_round_is_taken_out_of_a_story_that_comes_in_and_is_reported()
    {
        var report = await RunAsync([Story("s1", "Fine was \u202E12 crowns")]);
        var line = Assert.Single(report.Items);
        Assert.Contains("Invisible characters were taken out of the headline: U+202E. They could have made readers see other words.", line.Notes);
        var story = await new StoryStore(database).FindAsync(StoryCode.FromDigits(line.Code!), TestContext.Current.CancellationToken);
        Assert.Equal("Fine was 12 crowns", story!.Content.Headline);
    }

    [Fact]
    public async Task A_fault_of_the_archive_comes_out_and_leaves_whole_batches_that_the_next_run_completes()
    {
        await Assert.ThrowsAsync<IOException>(() => RunAsync(Stories(1200).Concat(Broken())));
        var report = await RunAsync(Stories(1200));
        Assert.Equal(1000, report.Totals[ImportOutcome.Unchanged]);
        Assert.Equal(200, report.Totals[ImportOutcome.Imported]);
    }

    [Fact]
    public async Task A_fault_of_the_database_comes_out_and_stops_the_reading()
    {
        var handed = 0;
        var many = Stories(100_000).Select(story =>
        {
            if (++handed == 500)
            {
                using var connection = database.OpenAsync().AsTask().GetAwaiter().GetResult();
                connection.ExecuteAsync("DROP TABLE search", CancellationToken.None).GetAwaiter().GetResult();
            }

            return story;
        });
        await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(many));
        Assert.InRange(handed, 500, 5_000);
    }

    [Fact]
    public async Task A_cancelled_run_stops()
    {
        using var cancelled = new CancellationTokenSource();
        var stories = Stories(100_000).Select((story, index) =>
        {
            if (index == 600)
            {
                cancelled.Cancel();
            }

            return story;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(stories, stop: cancelled));
    }

    [Fact]
    public async Task A_draft_may_hold_what_no_seal_can()
    {
        var draft = Story("draft", "Half a character: \uD83D") with { Visibility = ItemVisibility.OfRelease(null) };
        var published = Story("published", "Half a character: \uD83D");
        var report = await RunAsync([draft, published]);
        Assert.Equal([ImportOutcome.Imported, ImportOutcome.ImportedWithWarnings], report.Items.Select(item => item.Outcome));
    }

    private async Task<ImportReport> RunAsync(IEnumerable<ImportedItem> items, CancellationTokenSource? stop = null)
    {
        using var log = TestPublicationLog.Of(database, folder);
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        Assert.Null(await log.PrepareAsync(TestContext.Current.CancellationToken));

        var pictures = new PictureStore(database, new MediaFolder(folder), TimeProvider.System);
        var import = new ImportStories(new ImportStore(database, log, TimeProvider.System), pictures, TestPublication.Settings);
        return await import.RunAsync(TestActor.Importer, new Archive(items), new MediaFileLocator(), isDryRun: false, null, stop?.Token ?? TestContext.Current.CancellationToken);
    }

    private static IEnumerable<ImportedItem> Stories(int count) => Enumerable.Range(0, count).Select(number => Story($"s{number}", $"Story {number}"));

    private static IEnumerable<ImportedItem> Broken()
    {
        yield return Story("last", "The last story before the fault");
        throw new IOException("The disk went away.");
    }

    private static ImportedStory Story(string source, string headline) => new()
    {
        Source = source,
        Label = headline,
        Content = new StoryContent { Language = "en", Headline = headline, Body = [new Paragraph(RichText.From("Its text."))] },
        Slug = Slug.From("story"),
        Visibility = ItemVisibility.Decide(new StatedVisibility { PublishedAt = TestPublication.LibraryAt }, [new Paragraph(RichText.From("Its text."))], DateTimeOffset.UtcNow),
        ImportWarnings = [],
    };

    private sealed class Archive(IEnumerable<ImportedItem> items) : IImportReader
    {
        public IEnumerable<ImportedItem> Read(IProgress<double>? progress, CancellationToken cancellation) => items;
    }
}
