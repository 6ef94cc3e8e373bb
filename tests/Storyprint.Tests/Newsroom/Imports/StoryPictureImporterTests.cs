using System.Threading.Channels;
using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Formats;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Newsroom.Imports;

public sealed class StoryPictureImporterTests : IAsyncLifetime
{
    // The smallest GIF there is: one pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=");

    private readonly TrialFolder folder = new();
    private SmallInstallation small = null!;
    private PictureStore store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        small = await SmallInstallation.CreateAsync();
        store = new PictureStore(small.Installation.Database, small.Installation.Media, TimeProvider.System);
        folder.Write("images/قایق.gif", Pixel);
        folder.Write("notes.gif", "no picture");
    }

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_picture_whose_file_is_there_is_stored_and_the_others_keep_their_addresses()
    {
        var (content, warnings) = await Importer().BringAsync(Content("https://old.example/images/قایق.gif", "https://old.example/notes.gif", "https://old.example/none.gif"), Cancellation);
        var pictures = content.Body.Cast<Picture>().ToList();
        Assert.Equal((true, 1, 1, null), (pictures[0].IsStored, pictures[0].Width, pictures[0].Height, pictures[0].Address));
        Assert.Equal(["https://old.example/notes.gif", "https://old.example/none.gif"], pictures.Skip(1).Select(picture => picture.Address));
        Assert.Equal(
            ["The picture https://old.example/notes.gif was not taken: The file is not a JPEG, PNG, WebP or GIF picture.", "The picture https://old.example/none.gif is not among the files given; its address was kept."],
            warnings);
    }

    [Fact]
    public async Task A_picture_that_is_nowhere_is_left_out_and_its_words_are_in_the_report()
    {
        var given = Content() with { Body = [new Picture { Address = "pictures/none.gif", Alt = "A boat", Caption = RichText.From("The boat"), Credit = "Anna" }, new Paragraph(RichText.From("Words."))] };
        var (content, warnings) = await Importer().BringAsync(given, Cancellation);
        Assert.IsType<Paragraph>(Assert.Single(content.Body));
        Assert.Equal("The picture pictures/none.gif is not among the files given. It was left out; what it shows: “A boat”; caption: “The boat”; credit: “Anna”.", Assert.Single(warnings));
    }

    [Fact]
    public async Task A_trial_run_stores_nothing_and_misses_the_same_files()
    {
        var (content, warnings) = await Importer(isDryRun: true).BringAsync(Content("images/قایق.gif", "none.gif"), Cancellation);
        Assert.True(Assert.IsType<Picture>(Assert.Single(content.Body)).IsStored);
        Assert.Single(warnings);
        Assert.False(Directory.Exists(Path.Combine(small.Folder, "media", "originals")));
    }

    [Fact]
    public async Task A_story_without_pictures_is_handed_back_as_it_is()
    {
        var content = Content();
        Assert.Same(content, (await Importer().BringAsync(content, Cancellation)).Content);
    }

    [Fact]
    public async Task Every_item_of_an_archive_is_prepared_or_reported_with_its_reason()
    {
        var items = Channel.CreateUnbounded<ImportedItem>();
        await items.Writer.WriteAsync(Story("a", StoryStatus.Published, "پل بسته شد"), Cancellation);
        await items.Writer.WriteAsync(Story("b", StoryStatus.Published, "unassigned \u0378"), Cancellation);
        await items.Writer.WriteAsync(new ImportedAttachment { Source = "c", Address = "images/قایق.gif", ImportWarnings = [] }, Cancellation);
        await items.Writer.WriteAsync(new ImportedAttachment { Source = "d", Address = "none.gif", ImportWarnings = [] }, Cancellation);
        await items.Writer.WriteAsync(new SkippedItem { Source = "e", What = "menu entry" }, Cancellation);
        await items.Writer.WriteAsync(new RejectedItem { Source = "f", Reason = "No headline." }, Cancellation);
        items.Writer.Complete();
        var prepared = new List<PreparedItem>();
        await foreach (var item in new ImportItemPreparer(Importer(), new StoryFileImporter(store, Importer(), new MediaFileLocator(folder.Root), "https://ledger.example", isDryRun: false), small.Installation.Publication).AllAsync(items.Reader, Cancellation))
        {
            prepared.Add(item);
        }

        Assert.Equal(
            [ImportOutcome.Imported, ImportOutcome.Imported, ImportOutcome.Imported, ImportOutcome.ImportedWithWarnings, ImportOutcome.LeftOut, ImportOutcome.Refused],
            prepared.Select(item => item.Line.Outcome));
        Assert.Equal([StoryStatus.Published, StoryStatus.Draft], prepared.Select(item => item.Story?.Story.Status).OfType<StoryStatus>());
        Assert.Equal([0, 1, 0, 1, 1, 1], prepared.Select(item => item.Line.Notes.Count));
    }

    [Theory]
    [InlineData("---\ntitle: پل\n---\n![a](images/قایق.gif)", "")]
    [InlineData("---\ntitle: [\n---\n", ", line ")]
    [InlineData("---\nsection: world\n---\nwords", "It has no headline")]
    [InlineData("---\ntitle: پل\n---\n![a](images/none.gif)\n\nWords.", "There is no picture images/none.gif beside it")]
    [InlineData("just words", "no headline")]
    public async Task A_story_in_a_file_is_read_with_its_pictures_or_says_why_not(string text, string problem)
    {
        var path = folder.Write("story.md", text);
        var (story, said) = await new MarkdownStoryFile(store, Trial.Options.Publication).ReadAsync(path, Trial.Persian, Cancellation);
        Assert.Contains(problem, said, StringComparison.Ordinal);
        Assert.Equal(problem.Length == 0, story is not null);
        Assert.Equal(problem.Length == 0 ? "fa" : null, story?.Content.Language);
        Assert.All(story?.Content.Body ?? [], block => Assert.True(Assert.IsType<Picture>(block).IsStored));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_to_be_missing() =>
        Assert.Equal("There is no file none.md.", (await new MarkdownStoryFile(store, Trial.Options.Publication).ReadAsync("none.md", Trial.Persian, Cancellation)).Problem);

    private StoryPictureImporter Importer(bool isDryRun = false) => new(store, new MediaFileLocator(folder.Root), isDryRun);

    private static StoryContent Content(params string[] addresses) =>
        new() { Language = "en", Headline = "A headline", Body = [.. addresses.Select(address => new Picture { Address = address })] };

    private static ImportedStory Story(string source, StoryStatus status, string headline) => new()
    {
        Source = source,
        Content = Content() with { Headline = headline },
        Slug = Slug.From(headline),
        Visibility = ItemVisibility.Decide(
            new StatedVisibility { States = [status == StoryStatus.Published ? "publish" : "draft"], PublishedAt = DateTimeOffset.UnixEpoch }, [new Paragraph(RichText.From("Words."))], DateTimeOffset.UtcNow),
        ImportWarnings = [],
    };
}
