using Storyprint.Operations.Archive;
using Storyprint.Operations.Sites;
using Storyprint.Stories.Body;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Operations.Archive;

public class ArchivePublicationTests : IAsyncLifetime
{
    public sealed class OnPostgres : ArchivePublicationTests, IOnPostgres;

    private readonly TestPublication publication = new();
    private TestArchive? archive;

    private TestArchive Archive => archive ??= new TestArchive(publication);

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        archive?.Dispose();
        await publication.DisposeAsync();
    }

    [Fact]
    public async Task Every_file_is_what_the_site_answers_at_its_own_address()
    {
        await Archive.RunAsync();
        await using var site = await InProcessSite.StartAsync(
            publication.Installation, publication.Installation.Publication, isCopy: true, TestContext.Current.CancellationToken);
        var compared = 0;
        foreach (var file in Archive.Files.Keys.Where(file => file is not ("README.txt" or "404.html")))
        {
            var address = "/" + string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
            address = address.StartsWith("/api/", StringComparison.Ordinal) ? address[..^".json".Length] : address.Replace("index.html", string.Empty, StringComparison.Ordinal);
            var reply = await site.AskAsync(address, TestContext.Current.CancellationToken);
            if (file == $"news/{publication.Library}/index.html" || reply.IsRedirect)
            {
                // Without its slug the site leads on; the archive has the story itself at the one address and a page that leads on at the others.
                Assert.Contains(Uri.EscapeDataString("library-opens-its-doors"), reply.Location + "library-opens-its-doors", StringComparison.Ordinal);
                continue;
            }

            Assert.True(reply.Status == 200, $"{address} answered {reply.Status}");
            var archived = await File.ReadAllBytesAsync(Path.Combine(Archive.Folder, file), TestContext.Current.CancellationToken);
            Assert.True(reply.Body.Span.SequenceEqual(archived), $"{file} is not what {address} answers");
            compared++;
        }

        Assert.InRange(compared, 100, 10_000);
    }

    [Fact]
    public async Task All_forms_of_a_story_are_there()
    {
        await Archive.RunAsync();
        var code = publication.Library;
        Assert.All<string>(
            [
                "index.html", "fa/index.html", "en/section/city/index.html", "en/section/city/feed.atom", "en/topic/harbour-street/index.html", "en/byline/maud-ferrier/index.html",
                "en/archive/index.html", "en/archive/2024/index.html", "en/archive/2024/03/index.html", "en/archive/2024/03/05/index.html", "en/feed.rss", "en/corrections/index.html",
                $"news/{code}/index.html", $"news/{code}/library-opens-its-doors/index.html", $"news/{code}.1/index.html", $"news/{code}/print/index.html",
                $"news/{code}.1/print/index.html", $"news/{code}/qr.svg", $"news/{code}.1/qr.png", $"news/{code}/card.png", $"news/{code}/feed.json",
                $"{code}/index.html", $"{code}.1/index.html", $"api/v1/revisions/{code}.1.json", $"log/proof/{code}.1", "log/checkpoint",
                ".well-known/storyprint/keys", ".well-known/storyprint/policy", ".well-known/security.txt", "robots.txt", "sitemap.xml", "sitemap-1.xml", "404.html", "README.txt",
            ],
            file => Assert.True(Archive.Has(file), file));
        Assert.False(Archive.Has($"{publication.Draft}/index.html"));
        Assert.DoesNotContain("Nobody may read this", string.Concat(Archive.Files.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal)).Select(Archive.Read)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_without_changes_writes_nothing()
    {
        await Archive.RunAsync();
        var before = Archive.Files;
        Assert.Empty(await Archive.RunAsync());
        Assert.Equal(before, Archive.Files);
    }

    [Fact]
    public async Task After_a_release_only_what_it_changed_is_written()
    {
        await Archive.RunAsync();
        await publication.StoreAsync(TestPublication.Story("ferry", "Evening ferry sails again", "It left at 10.", DateTimeOffset.UtcNow.AddHours(-1)));
        var written = await Archive.RunAsync();
        var ferry = publication.Ferry.Digits;
        Assert.Contains($"news/{ferry}.2/index.html", written);
        Assert.Contains($"news/{ferry}/evening-ferry-sails-again/index.html", written);
        Assert.Contains($"api/v1/revisions/{ferry}.2.json", written);
        Assert.Contains("index.html", written);
        Assert.Contains("en/feed.rss", written);
        Assert.Contains("en/section/city/index.html", written);
        Assert.Contains("log/checkpoint", written);
        Assert.False(Archive.Has($"news/{ferry}/evening-ferry-late-full/index.html"));
        Assert.DoesNotContain(written, file => file.Contains(publication.Library.Digits, StringComparison.Ordinal));
        Assert.DoesNotContain(written, file => file.StartsWith("fa/section", StringComparison.Ordinal) || file.StartsWith("assets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_files_of_a_withdrawn_story_go_and_pages_say_so()
    {
        var withdrawn = publication.Library;
        await Archive.RunAsync();
        await publication.WithdrawAsync(withdrawn);
        await Archive.RunAsync();
        Assert.False(Archive.Has($"news/{withdrawn}/library-opens-its-doors/index.html"));
        Assert.False(Directory.Exists(Path.Combine(Archive.Folder, "en/topic/harbour-street")));
        Assert.False(Archive.Has($"news/{withdrawn}/card.png"));
        Assert.Contains("storyprint:status\" content=\"withdrawn\"", Archive.Read($"news/{withdrawn}/index.html"), StringComparison.Ordinal);
        Assert.Contains("withdrawn", Archive.Read($"{withdrawn}.1/index.html"), StringComparison.Ordinal);
        Assert.Contains("\"erased\":true", Archive.Read($"api/v1/revisions/{withdrawn}.1.json"), StringComparison.Ordinal);
        Assert.Equal(Archive.Read($"news/{withdrawn}/index.html"), Archive.Read($"gone/{withdrawn}.html"));
        Assert.Equal(Archive.Read($"api/v1/revisions/{withdrawn}.1.json"), Archive.Read($"gone/{withdrawn}.1.json"));
        Assert.All(Directory.EnumerateFiles(Archive.Folder, "*", SearchOption.AllDirectories), path =>
            Assert.DoesNotContain("Library opens its doors", File.ReadAllText(path), StringComparison.OrdinalIgnoreCase));
        Assert.All(Directory.EnumerateFiles(Archive.Folder, "*", SearchOption.AllDirectories), path =>
            Assert.DoesNotContain("library-opens-its-doors", File.ReadAllText(path), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_marked_as_gone_and_is_in_no_plan_any_more_goes()
    {
        await Archive.RunAsync();
        Assert.False(Directory.Exists(Path.Combine(Archive.Folder, "gone")));
        await using var another = new TestPublication();
        await another.InitializeAsync();
        await another.WithdrawAsync(another.Ferry);
        await another.WithdrawAsync(another.Library);
        using var archive = new TestArchive(another);
        await archive.RunAsync();
        Assert.True(archive.Has($"gone/{another.Ferry}.html"));
        await archive.RunAsync(of: publication);
        Assert.False(Directory.Exists(Path.Combine(archive.Folder, "gone")));
    }

    [Fact]
    public async Task A_run_that_was_cut_short_is_completed_by_the_next()
    {
        using var whole = new TestArchive(publication);
        await whole.RunAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Archive.RunAsync(new Each(progress =>
        {
            if (progress.Done == 9)
            {
                stop.Cancel();
            }
        }), stop.Token));
        Assert.NotEmpty(Archive.Files);

        // What a killed program may leave besides: half a line in the journal, and a file that was announced and never owned.
        await File.AppendAllTextAsync(Path.Combine(Archive.Folder, ArchiveFolder.Workroom, "journal"), "maybe\tnews/1/gone/index.html\npart\tpages/1\tab", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(Archive.Folder, "news/1/gone"));
        await File.WriteAllTextAsync(Path.Combine(Archive.Folder, "news/1/gone/index.html"), "half", TestContext.Current.CancellationToken);
        await Archive.RunAsync();
        Assert.Equal(whole.Files.Keys.Order(StringComparer.Ordinal), Archive.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(await Archive.RunAsync());
    }

    [Fact]
    public async Task A_file_that_was_lost_or_cut_is_written_again()
    {
        await Archive.RunAsync();
        File.Delete(Path.Combine(Archive.Folder, $"news/{publication.Ferry}/print/index.html"));
        await File.WriteAllTextAsync(Path.Combine(Archive.Folder, "en/topic/libraries/index.html"), "cut", TestContext.Current.CancellationToken);
        Assert.Equal(["en/topic/libraries/index.html", $"news/{publication.Ferry}/print/index.html"], await Archive.RunAsync());
    }

    [Fact]
    public async Task Old_addresses_lead_on_where_a_file_can_have_their_name()
    {
        await publication.StoreAsync(TestPublication.Story("old", "An old story", "Old.", TestPublication.LibraryAt) with
        {
            LegacyUrls = ["/2004/03/old-story", "/archive/old.html", "/?p=12", "/log/checkpoint", "/a:b", "/../up", "/en/about", "/2004/03/old-story/comments", $"/{new string('x', 300)}"],
            Content = TestPublication.Story("old", "An old story", "Old.", TestPublication.LibraryAt).Content with { Body = [new Paragraph(RichText.From("Old."))] },
        });
        await Archive.RunAsync();
        Assert.Contains("an-old-story", Archive.Read("2004/03/old-story/index.html"), StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", Archive.Read("archive/old.html"), StringComparison.Ordinal);
        Assert.True(Archive.Has("2004/03/old-story/comments/index.html"));
        Assert.DoesNotContain("refresh", Archive.Read("log/checkpoint"), StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", Archive.Read("en/about/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(Archive.Files.Keys, file => file.Contains(':', StringComparison.Ordinal) || file.Contains("xxxx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_address_is_named_by_the_pages_and_the_log_stays_the_same()
    {
        await Archive.RunAsync(settings: publication.Installation.Publication with { Address = "https://archive.example" });
        Assert.Contains("https://archive.example/news/", Archive.Read($"news/{publication.Ferry}/index.html"), StringComparison.Ordinal);
        Assert.StartsWith("ledger.example/log\n", Archive.Read("log/checkpoint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(Archive.Folder, "thesis.odt"), "years of work", TestContext.Current.CancellationToken);
        foreach (var folder in new[] { Archive.Folder, publication.Installation.Folder, Path.Combine(publication.Installation.Folder, "www") })
        {
            var outcome = await new ArchivePublication(publication.Installation, publication.Installation.Publication)
                .RunAsync(folder, new ArchiveTotals(), cancellation: TestContext.Current.CancellationToken);
            Assert.IsType<ArchiveOutcome.Refused>(outcome);
        }

        Assert.Single(Archive.Files);
    }

    private sealed class Each(Action<ArchiveProgress> report) : IProgress<ArchiveProgress>
    {
        public void Report(ArchiveProgress value) => report(value);
    }
}
