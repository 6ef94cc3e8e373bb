using Storyprint.Operations.Backup;
using Storyprint.Operations.Sites;
using Storyprint.Operations.Sweep;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Operations.Archive;

namespace Storyprint.Tests.Operations.Sweep;

/// <summary>The words of a withdrawn story in what stands outside of it: links of other stories, names of files, caches.</summary>
public class WithdrawnWordsTests : IAsyncLifetime
{
    public sealed class OnPostgres : WithdrawnWordsTests, IOnPostgres;

    private const string Words = "quibbleworth-accused-of-fraud";

    private readonly TestPublication publication = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Fact]
    public async Task Links_of_other_stories_keep_no_word_of_its_address()
    {
        var (gone, linking) = await LinkedAsync();
        await publication.WithdrawAsync(gone);
        Assert.False(await DatabaseHoldsAsync());
        await using var site = await InProcessSite.StartAsync(publication.Installation, publication.Installation.Publication, isCopy: false, Cancellation);
        foreach (var address in (string[])[$"/news/{linking}.1", $"/news/{linking}/print", $"/news/{linking}/feed.atom", $"/api/v1/revisions/{linking}.1"])
        {
            var page = System.Text.Encoding.UTF8.GetString((await site.AskAsync(address, Cancellation)).Body.Span);
            Assert.DoesNotContain(Words, page, StringComparison.Ordinal);
        }

        Assert.Empty((await new SweepWithdrawn(publication.Installation).RunHereAsync(cancellation: Cancellation)).Findings);
        using var archive = new TestArchive(publication);
        await archive.RunAsync();
        Assert.DoesNotContain(archive.Files.Keys, path => archive.Read(path).Contains(Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_archive_that_was_written_before_keeps_no_word_either()
    {
        var (gone, linking) = await LinkedAsync();
        using var archive = new TestArchive(publication);
        await archive.RunAsync();
        Assert.Contains(Words, archive.Read($"news/{linking}/index.html"), StringComparison.Ordinal);
        await publication.WithdrawAsync(gone);
        await archive.RunAsync();
        Assert.DoesNotContain(archive.Files.Keys, path => archive.Read(path).Contains(Words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_to_a_story_is_kept_by_its_code()
    {
        var code = StoryCode.FromNumber(31001);
        Assert.True(LinkTarget.TryParse($"/news/{code}/{Words}", out var byCode));
        Assert.Equal($"/news/{code}", byCode.Address);
        Assert.True(LinkTarget.TryParse($"/news/{code}/{Words}#correction-1", out var note));
        Assert.Equal($"/news/{code}#correction-1", note.Address);
        foreach (var kept in (string[])[$"/news/{code}/print", $"/news/{code}/history", "/news/2019/an-old-address", "/about/31001/words", $"https://other.example/news/{code}/{Words}"])
        {
            Assert.True(LinkTarget.TryParse(kept, out var target));
            Assert.Equal(kept, target.Address);
        }
    }

    [Fact]
    public async Task The_name_of_its_file_goes_and_a_second_import_leaves_it_alone()
    {
        var story = TestPublication.Story($"{Words}.md", "Somebody is named", "Text.", TestPublication.LibraryAt);
        var code = (await publication.StoreAsync(story))[0];
        await publication.WithdrawAsync(code);
        Assert.False(await DatabaseHoldsAsync());
        var imports = new ImportStore(publication.Installation.Database, publication.Installation.Log, TimeProvider.System);
        var again = await imports.SaveAsync(TestActor.Importer, [story], 2001, Cancellation);
        Assert.Equal(new StoreOutcome.LeftAlone(code), Assert.Single(again));
        Assert.Equal(code, (await imports.FindAsync($"{Words}.md", Cancellation))?.Code);
    }

    [Fact]
    public async Task The_sweep_finds_the_words_of_an_address_and_of_a_headline()
    {
        var (gone, linking) = await LinkedAsync();
        var words = await SweptWords.OfAsync(publication.Installation.Stores.Stories, gone, Cancellation);
        await publication.WithdrawAsync(gone);
        await using var site = await InProcessSite.StartAsync(publication.Installation, publication.Installation.Publication, isCopy: false, Cancellation);
        var report = await new SweepWithdrawn(publication.Installation).RunAsync(
            async (target, stop) => target == $"/news/{linking}.1" ? Page($"<a href=\"/news/{gone}/{Words}\">x</a>")
                : target == "/en/corrections" ? Page("<p>Quibbleworth accused of fraud</p>") : await site.AskAsync(target, stop),
            gone, words, Cancellation);
        Assert.Equal([$"/news/{linking}.1", "/en/corrections"], report.Findings.Select(finding => finding.Target).Order(StringComparer.Ordinal).Reverse());
        Assert.DoesNotContain(report.Findings, finding => finding.Sentence.Contains("uibbleworth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_linked_to_it_and_the_cards_leave_the_memory()
    {
        var (gone, linking) = await LinkedAsync();
        var path = $"/news/{linking}/another-story-links";
        await publication.Client.GetAsync(path, Cancellation);
        await publication.Client.GetAsync($"/news/{gone}/card.png", Cancellation);
        var before = publication.PageCache.Peek(path);
        Assert.NotNull(before);
        Assert.Equal(1, publication.SocialImages.CachedCount);
        await publication.WithdrawAsync(gone);
        Assert.False(ReferenceEquals(before, publication.PageCache.Peek(path)));
        Assert.Equal(0, publication.SocialImages.CachedCount);
    }

    [Fact]
    public async Task No_byte_of_its_words_is_in_a_backup_made_after_it_nor_in_the_database_file()
    {
        var (gone, _) = await LinkedAsync();
        if (TestEngine.IsPostgres)
        {
            // The planner's statistics hold samples of the columns; a server makes them by itself after a minute.
            await using var connection = await publication.Installation.Database.OpenAsync(Cancellation);
            await connection.ExecuteAsync("ANALYZE", Cancellation);
            Assert.Contains(await DatabaseFilesAsync(), file => Holds(file, "uibbleworth"));
        }

        await publication.WithdrawAsync(gone);
        var folder = Directory.CreateTempSubdirectory("storyprint-backups-").FullName;
        try
        {
            await using (IBackup backup = BackupInFolder.ForWriting(Path.Combine(folder, "backup")).Backup!)
            {
                Assert.IsType<BackupOutcome.Done>(await new BackUpPublication(publication.Installation, TimeProvider.System, null).RunAsync(TestActor.Editor, backup, false, Cancellation));
            }

            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Concat(await DatabaseFilesAsync()).ToList();
            Assert.Contains(files, file => file.EndsWith(".db", StringComparison.Ordinal));
            Assert.Equal([], files.Where(file => Holds(file, "uibbleworth") || Holds(file, "UIBBLEWORTH")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The server's files lie on the same machine here; nothing is said of its write-ahead log, which docs/administrators.md speaks of.
    private async Task<IEnumerable<string>> DatabaseFilesAsync() => TestEngine.IsPostgres
        ? await PostgresCluster.FilesAsync(new Npgsql.NpgsqlConnectionStringBuilder(publication.Installation.Publication.Database).Database!, Cancellation)
        : Directory.EnumerateFiles(publication.Installation.Folder, "storyprint.db*");

    private static bool Holds(string path, string words)
    {
        using var bytes = new MemoryStream();
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.CopyTo(bytes);
        }
        catch (FileNotFoundException)
        {
            // A server takes files of its own away and makes them anew at any time.
            return false;
        }

        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) >= 0;
    }

    private async Task<(StoryCode Gone, StoryCode Linking)> LinkedAsync()
    {
        var gone = (await publication.StoreAsync(TestPublication.Story("gone", "Quibbleworth accused of fraud", "Text.", TestPublication.LibraryAt) with { LegacyUrls = [$"/2019/05/{Words}"] }))[0];
        var story = TestPublication.Story("linking", "Another story links", "Text.", TestPublication.LibraryAt);
        string[] addresses = [$"/news/{gone}/{Words}", $"{TestPublication.Origin}/news/{gone}/{Words}", $"https://old.example/2019/05/{Words}/"];
        var runs = addresses.Select(address => new TextRun("a link", Link: LinkTarget.TryParse(address, out var target) ? target : null));
        var linking = (await publication.StoreAsync(story with { Content = story.Content with { Body = [new Paragraph(new RichText([.. runs]))] } }))[0];
        return (gone, linking);
    }

    private async Task<bool> DatabaseHoldsAsync()
    {
        await using var connection = await publication.Installation.Database.OpenAsync(Cancellation);
        var like = ("@like", (object?)$"%{Words}%");
        return await connection.ScalarAsync<long>("SELECT COUNT(*) FROM revision WHERE content LIKE @like OR slug LIKE @like OR note LIKE @like", Cancellation, like) > 0
            || await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story WHERE source_id LIKE @like OR slug LIKE @like", Cancellation, like) > 0
            || await connection.ScalarAsync<long>("SELECT COUNT(*) FROM legacy_url WHERE path LIKE @like", Cancellation, like) > 0;
    }

    private static SiteReply Page(string html) => new(200, "text/html", "", System.Text.Encoding.UTF8.GetBytes(html));
}
