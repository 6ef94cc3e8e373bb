using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Newsroom.Imports;

public class ImportRunTests : IAsyncLifetime
{
    public sealed class OnPostgres : ImportRunTests, IOnPostgres;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-import-").FullName;
    private TestEngine engine = null!;
    private Database database = null!;
    private Storyprint.Storage.Log.PublicationLog log = null!;

    public async ValueTask InitializeAsync()
    {
        engine = await TestEngine.CreateAsync(folder);
        database = engine.Open();
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        log = TestPublicationLog.Of(database, folder);
        Assert.Null(await log.PrepareAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        log.Dispose();
        database.CloseIdle();
        await engine.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_is_no_story_is_reported_at_once_and_stories_when_they_are_saved()
    {
        var run = Run();
        run.Take(new PreparedItem(Line("page", ImportOutcome.LeftOut), null));
        run.Take(Story("one"));
        Assert.Equal((1, 1, 2), (run.Lines.Count, run.Waiting, run.Count));
        await SaveAsync(run);
        Assert.Equal((2, 0, 2), (run.Lines.Count, run.Waiting, run.Count));
        Assert.Equal([null, "2001"], run.Lines.Select(line => line.Code?[..4]));
    }

    [Fact]
    public async Task A_story_is_imported_then_unchanged_then_held_or_revised_with_the_warnings_that_belong_to_it()
    {
        Assert.Equal(ImportOutcome.Imported, (await SavedAsync(Story("one"))).Outcome);
        var warned = await SavedAsync(Story("two", notes: ["A video was left out."]));
        Assert.Equal((ImportOutcome.ImportedWithWarnings, "A video was left out."), (warned.Outcome, Assert.Single(warned.Notes)));
        var unchanged = await SavedAsync(Story("two", notes: ["A video was left out."]));
        Assert.Equal((ImportOutcome.Unchanged, 0), (unchanged.Outcome, unchanged.Notes.Count));
        var held = await SavedAsync(Story("two", headline: "Another", notes: ["A video was left out."]));
        Assert.Equal((ImportOutcome.Held, warned.Code), (held.Outcome, held.Code));
        Assert.Contains("A video was left out.", held.Notes);
        var revised = await SavedAsync(Story("two", headline: "Another", notes: ["A video was left out."]), new ImportRules { Note = new ReleaseNote("Another.") });
        Assert.Equal((ImportOutcome.Revised, "A video was left out.", warned.Code), (revised.Outcome, revised.Notes[0], revised.Code));
    }

    [Fact]
    public async Task A_story_whose_code_is_taken_gets_another_and_says_so()
    {
        var first = await SavedAsync(Story("one"));
        var second = await SavedAsync(Story("two", code: StoryCode.FromDigits(first.Code!)));
        Assert.Equal(ImportOutcome.ImportedWithWarnings, second.Outcome);
        Assert.NotEqual(first.Code, second.Code);
        Assert.Equal($"The code {first.Code} belongs to another story here; it was given {second.Code}.", Assert.Single(second.Notes));
    }

    [Fact]
    public async Task A_dry_run_reports_and_writes_nothing()
    {
        var run = Run(isDryRun: true);
        run.Take(Story("one"));
        run.Take(Story("two", notes: ["A video was left out."]));
        await SaveAsync(run);
        Assert.Equal([(ImportOutcome.Imported, null), (ImportOutcome.ImportedWithWarnings, null)], run.Lines.Select(line => (line.Outcome, line.Code)));
        Assert.Equal(0, await Store.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_dry_run_remembers_stories_of_batches_that_were_taken_back()
    {
        var run = Run(isDryRun: true);
        foreach (var headline in (string[])["A headline", "A headline", "Another"])
        {
            run.Take(Story("one", headline));
            await SaveAsync(run);
        }

        Assert.Equal([ImportOutcome.Imported, ImportOutcome.Unchanged, ImportOutcome.NotToldApart], run.Lines.Select(line => line.Outcome));
    }

    private ImportStore Store => new(database, log, TimeProvider.System);

    private ImportRun Run(bool isDryRun = false, ImportRules? rules = null) => new(Store, TestActor.Importer, 2001, isDryRun, rules);

    private static Task SaveAsync(ImportRun run) => run.SaveAsync(TestContext.Current.CancellationToken);

    private async Task<ImportLine> SavedAsync(PreparedItem item, ImportRules? rules = null)
    {
        var run = Run(rules: rules);
        run.Take(item);
        await SaveAsync(run);
        return Assert.Single(run.Lines);
    }

    private static ImportLine Line(string source, ImportOutcome outcome, params IReadOnlyList<string> notes) => new() { Outcome = outcome, Source = source, Label = source, Notes = notes };

    private static PreparedItem Story(string source, string headline = "A headline", StoryCode? code = null, params IReadOnlyList<string> notes) =>
        new(Line(source, ImportOutcome.Imported, notes), PreparedStory.Create(new StoryToStore
        {
            Source = source,
            Content = new StoryContent { Language = "en", Headline = headline, Section = "city", Body = [new Paragraph(RichText.From("Its text."))] },
            Slug = Slug.From("story"),
            Status = StoryStatus.Published,
            IsPage = false,
            PublishedAt = TestPublication.LibraryAt,
            UpdatedAt = null,
            Zone = "Europe/Copenhagen",
            Code = code,
            Section = null,
            TranslationKey = null,
            LegacyUrls = [],
        }));
}
