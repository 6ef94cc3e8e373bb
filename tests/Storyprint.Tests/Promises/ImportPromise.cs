using Storyprint.Formats;
using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Formats;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Promises;

/// <summary>Archives in a folder, and a publication that they are imported into.</summary>
public abstract class ImportPromise : IAsyncLifetime
{
    /// <summary>Now, by the clock of the publication.</summary>
    protected static readonly DateTimeOffset Now = new(2026, 11, 22, 19, 40, 0, TimeSpan.Zero);

    internal ReleaseFixture Desk { get; private set; } = null!;

    internal TrialFolder Folder { get; } = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Desk = await ReleaseFixture.OpenAsync();

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        Desk.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Imports a file or folder below the test's own.</summary>
    internal async Task<ImportReport> ImportAsync(string relative, string? archive = null, ImportChoices? choices = null, bool isDryRun = false)
    {
        var options = new ImportOptions { Publication = TestPublication.Settings, Edition = TestPublication.Settings.MainEdition, Archive = archive, Clock = Desk.Clock };
        var reader = ImportFormatDetector.Open(Path.Combine(Folder.Root, relative), options);
        Assert.NotNull(reader);
        var import = new ImportStories(new ImportStore(Desk.Database, Desk.Log, Desk.Clock), new PictureStore(Desk.Database, new MediaFolder(Desk.Folder), Desk.Clock), TestPublication.Settings)
        {
            Choices = choices ?? new ImportChoices(),
        };
        return await import.RunAsync(TestActor.Importer, reader, new MediaFileLocator(Folder.Root), isDryRun, null, Cancellation);
    }

    /// <summary>The only line of a report.</summary>
    internal async Task<ImportLine> ImportOneAsync(string relative, string? archive = null, ImportChoices? choices = null) =>
        Assert.Single((await ImportAsync(relative, archive, choices)).Items);

    /// <summary>Headline, status and newest revision of every story, in the order of their ids.</summary>
    internal async Task<IReadOnlyList<(string Headline, StoryStatus Status, int Revision)>> StoriesAsync()
    {
        await using var connection = await Desk.Database.OpenAsync(Cancellation);
        return await connection.QueryAsync(
            "SELECT headline, status, current_revision FROM story ORDER BY id", row => (row.GetString(0), (StoryStatus)row.GetInt32(1), row.GetInt32(2)), Cancellation);
    }

    /// <summary>The words that readers see of a story.</summary>
    internal async Task<string> ShownAsync(string code)
    {
        var story = await Desk.Stories.FindAsync(StoryCode.FromDigits(code), Cancellation);
        Assert.NotNull(story);
        return $"{story.Content.Headline}\n{Trial.Words(story.Content.Body)}";
    }

    /// <summary>An export of WordPress with these items.</summary>
    protected static string Export(string site, params string[] items) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/">
        <channel><wp:wxr_version>1.2</wp:wxr_version>{(site.Length > 0 ? $"<link>{site}</link><wp:base_blog_url>{site}</wp:base_blog_url>" : "")}
        {string.Concat(items)}
        </channel></rss>
        """;

    /// <summary>A post of an export.</summary>
    /// <param name="also">Further elements.</param>
    protected static string Post(int id, string title, string text = "<p>Rye bread from six.</p>", string date = "2021-05-03 09:00:00", string status = "publish", string also = "") =>
        $"<item><title>{title}</title><content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{id}</wp:post_id><wp:post_date_gmt>{date}</wp:post_date_gmt>"
        + $"<wp:post_date>{date}</wp:post_date><wp:status>{status}</wp:status><wp:post_type>post</wp:post_type>{also}</item>";
}
