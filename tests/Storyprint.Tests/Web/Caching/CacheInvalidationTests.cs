using System.Net;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations;
using Storyprint.Operations.Sites;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Caching;

/// <summary>After each kind of release every kind of page is what a site without memory answers, and pages that show nothing of it stay where they are.</summary>
public class CacheInvalidationTests : IAsyncLifetime
{
    public sealed class OnPostgres : CacheInvalidationTests, IOnPostgres;

    private readonly TestPublication publication = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Theory]
    [InlineData("publish")]
    [InlineData("update")]
    [InlineData("move")]
    [InlineData("correct")]
    [InlineData("retract")]
    [InlineData("withdraw")]
    public async Task Every_page_is_fresh_after_a_release(string verb)
    {
        var pages = await PagesAsync();
        var unrelated = await UnrelatedAsync();
        await ReleaseAsync(verb, publication.Installation);
        await AssertFreshAsync(pages, verb);
        foreach (var (path, kept) in unrelated)
        {
            Assert.True(ReferenceEquals(kept, publication.PageCache.Peek(path)), $"{path} was forgotten after {verb}");
        }

        // And once more from the top, in whatever state it is now.
        if (verb is "publish" or "update" or "correct")
        {
            await ReleaseAsync("withdraw", publication.Installation);
            await AssertFreshAsync(pages, $"{verb} and withdraw");
        }
    }

    [Theory]
    [InlineData("update")]
    [InlineData("withdraw")]
    public async Task A_release_of_another_process_is_noticed_within_a_second(string verb)
    {
        var pages = await PagesAsync();
        var (other, problem) = Installation.Open(publication.Installation.Folder);
        Assert.True(other is not null, problem);
        Assert.Null(await other.PrepareAsync(Cancellation));
        var story = $"/news/{publication.Library}/library-opens-its-doors";
        Assert.NotNull(publication.PageCache.Peek(story));
        var before = publication.PageCache.Peek(story);
        await ReleaseAsync(verb, other);
        for (var attempt = 0; attempt < 50 && publication.PageCache.Peek(story) == before; attempt++)
        {
            await Task.Delay(20, Cancellation);
        }

        other.Database.CloseIdle();
        await AssertFreshAsync(pages, $"{verb} elsewhere");
    }

    [Fact]
    public async Task An_import_makes_everything_anew()
    {
        var pages = await PagesAsync();
        await publication.StoreAsync([.. Enumerable.Range(0, 250).Select(number =>
            TestPublication.Story($"many-{number}", $"Story {number} of many", "One of many.", DateTimeOffset.UtcNow.AddMinutes(-number)))]);
        Assert.Equal(0, publication.PageCache.Count);
        await AssertFreshAsync(pages, "import");
    }

    [Fact]
    public async Task Links_that_an_import_leads_forward_at_its_end_are_on_pages_that_were_cached_meanwhile()
    {
        // Another process, as the command is; the RewriteCounter tells of what no release does.
        var (other, problem) = Installation.Open(publication.Installation.Folder);
        Assert.True(other is not null, problem);
        Assert.Null(await other.PrepareAsync(Cancellation));
        var import = new ImportStore(other.Database, other.Log, TimeProvider.System);
        var session = new ImportSession();
        Assert.True(LinkTarget.TryParse("/second.md", out var forward));
        var linking = Item("first.md", "First of two");
        linking = linking with { Content = ArchiveLink.Mark(linking.Content with { Body = [new Paragraph(new RichText([new TextRun("the second", Link: forward)]))] }, null) };
        var first = (await import.SaveAsync(TestActor.Importer, [PreparedStory.Create(linking)], TestPublication.Settings.FirstStoryNumber, session, Cancellation))[0].Code;
        var second = (await import.SaveAsync(TestActor.Importer, [PreparedStory.Create(Item("second.md", "Second of two"))], TestPublication.Settings.FirstStoryNumber, session, Cancellation))[0].Code;
        await Task.Delay(200, Cancellation);
        var page = $"/news/{first}/first-of-two";
        Assert.DoesNotContain($"/news/{second}", ArticleOf(await publication.Client.GetStringAsync(page, Cancellation)), StringComparison.Ordinal);
        Assert.NotNull(publication.PageCache.Peek(page));
        Assert.Empty(await import.LeadLinksAsync(session, Cancellation));
        for (var attempt = 0; attempt < 50 && publication.PageCache.Peek(page) is not null; attempt++)
        {
            await Task.Delay(20, Cancellation);
        }

        other.Database.CloseIdle();
        Assert.Contains($"/news/{second}", ArticleOf(await publication.Client.GetStringAsync(page, Cancellation)), StringComparison.Ordinal);

        static StoryToStore Item(string path, string headline) => TestPublication.Story(path, headline, "Words.", DateTimeOffset.UtcNow.AddMinutes(-3)) with
        {
            Identity = new ArchiveIdentity { Format = "markdown", Archive = "gazette", Place = $"gazette/{path}" },
            Source = $"markdown:gazette/{path}",
        };

        static string ArticleOf(string html) => html[html.IndexOf("<div class=\"body\">", StringComparison.Ordinal)..html.IndexOf("<aside class=\"identity\"", StringComparison.Ordinal)];
    }

    [Fact]
    public async Task A_new_section_is_there_at_once_and_in_no_menu_until_the_settings_name_it()
    {
        var pages = await PagesAsync();
        var story = TestPublication.Story("chess", "Move 91", "It was dark.", DateTimeOffset.UtcNow);
        await publication.StoreAsync(story with { Section = new("chess", "Chess"), Content = story.Content with { Section = "chess" } });
        await AssertFreshAsync(pages, "a new section");
        Assert.Contains("Chess", await publication.Client.GetStringAsync("/en/section/chess", Cancellation), StringComparison.Ordinal);
        var other = await publication.Client.GetStringAsync($"/news/{publication.Ferry}/evening-ferry-late-full", Cancellation);
        Assert.Contains("/en/section/sea", other, StringComparison.Ordinal);
        Assert.DoesNotContain("/en/section/chess", other, StringComparison.Ordinal);
        Assert.DoesNotContain("/en/section/chess", await publication.Client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_story_is_never_served_again_however_many_ask_meanwhile()
    {
        for (var round = 0; round < 6; round++)
        {
            var content = new StoryContent { Language = "en", Headline = $"Secret {round}", Section = "city", Topics = ["Secrets"], Body = [new Paragraph(RichText.From("Word that must go."))] };
            var code = Done(await new PublishStory(Store(publication.Installation), TestPublication.Settings).RunAsync(TestActor.Editor, content, Slug.From(content.Headline), null, null, Cancellation)).Code;
            string[] paths = [$"/news/{code}/secret-{round}", $"/news/{code}.1", $"/news/{code}/print", $"/{code}.1", $"/news/{code}/history", $"/news/{code}/feed.rss", $"/news/{code}/card.png"];
            string[] lists = ["/", "/en/section/city", "/en/topic/secrets", "/en/feed.json"];
            var isWithdrawn = false;
            var stop = false;
            var late = 0;
            var readers = Enumerable.Range(0, 12).Select(reader => Task.Run(async () =>
            {
                for (var number = reader; !Volatile.Read(ref stop); number++)
                {
                    var after = Volatile.Read(ref isWithdrawn);
                    using var one = await publication.Client.GetAsync(paths[number % paths.Length], Cancellation);
                    using var list = await publication.Client.GetAsync(lists[number % lists.Length], Cancellation);
                    if (after)
                    {
                        Interlocked.Increment(ref late);
                        Assert.Equal(HttpStatusCode.Gone, one.StatusCode);
                        Assert.DoesNotContain($"Secret {round}", await list.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
                    }
                }
            }, Cancellation)).ToList();
            await Task.Delay(150, Cancellation);

            // Pages are rendered all the time, so that some rendering reads before the withdrawal and ends behind it.
            var withdrawal = Task.Run(() => Withdraw(publication.Installation).RunAsync(TestActor.Editor, code, WithdrawalReason.Copyright, RevisionNumber.First, Cancellation), Cancellation);
            for (var time = 0; time < 2 + round; time++)
            {
                publication.PageCache.Enable();
                await Task.Delay(1, Cancellation);
            }

            Done(await withdrawal);
            Volatile.Write(ref isWithdrawn, true);
            while (Volatile.Read(ref late) <= 24 && !readers.Any(reader => reader.IsCompleted))
            {
                await Task.Delay(10, Cancellation);
            }

            Volatile.Write(ref stop, true);
            await Task.WhenAll(readers);
            Assert.True(late > 12, $"only {late} asked after the withdrawal");
        }
    }

    [Fact]
    public async Task The_story_and_its_front_page_are_made_ready_before_somebody_asks()
    {
        await PagesAsync();
        await ReleaseAsync("update", publication.Installation);
        string[] ready = ["/", $"/news/{publication.Library}/library-opens-its-doors"];
        await Polling.UntilAsync(() => ready.All(path => publication.PageCache.Peek(path) is not null));
    }

    // Every kind of page that shows the story, names it or counts it.
    private async Task<IReadOnlyList<string>> PagesAsync()
    {
        await ReadyAsync();
        var code = publication.Library;
        var related = (await publication.StoreAsync(TestPublication.Story("related", "Old books", "Old.", TestPublication.LibraryAt.AddDays(9)) is var story
            ? story with { Content = story.Content with { Topics = ["Libraries"], Bylines = ["Maud Ferrier"] } } : throw new InvalidOperationException()))[0];
        string[] pages =
        [
            $"/news/{code}/library-opens-its-doors", $"/news/{code}.1", $"/news/{code}/print", $"/news/{code}.1/print", $"/news/{code}/history", $"/news/{code}/compare/1-2",
            $"/news/{code}/feed.rss", $"/news/{code}/feed.atom", $"/news/{code}/card.png", $"/news/{code}/qr.svg", $"/{code}.1", $"/{code}", $"/news/{code}",
            "/", "/fa/", "/en/section/city", "/en/section/sea", "/en/topic/libraries", "/en/topic/harbour-street", "/en/topic/bells", "/en/byline/maud-ferrier", "/en/byline/jens-holm",
            "/en/archive", "/en/archive/2024", "/en/archive/2024/3", "/en/archive/2024/3/5", "/en/corrections", "/en/corrections/feed.rss", "/en/how-to-check", "/en/policies",
            "/en/feed.rss", "/en/feed.json", "/en/section/city/feed.rss", "/en/section/sea/feed.rss", "/en/topic/libraries/feed.atom", "/en/byline/maud-ferrier/feed.rss",
            "/sitemap.xml", "/sitemap-1.xml", "/sitemap-news.xml", "/sitemap-pages.xml",
            $"/news/{related}/old-books", $"/news/{publication.PersianLibrary}/کتابخانه-باز-شد", $"/news/{publication.Ferry}/evening-ferry-late-full",
        ];
        foreach (var path in pages)
        {
            using var first = await publication.Client.GetAsync(path, Cancellation);
            using var second = await publication.Client.GetAsync(path, Cancellation);
        }

        return pages;
    }

    private async Task<IReadOnlyList<(string Path, object Kept)>> UnrelatedAsync()
    {
        // Shares neither topic nor author nor list page with the library story.
        string[] paths = [$"/news/{publication.Ferry}/evening-ferry-late-full", $"/news/{publication.Ferry}/print", "/en/policies", "/fa/policies", "/fa/section/city", "/fa/feed.rss", "/fa/archive"];
        var kept = new List<(string, object)>();
        foreach (var path in paths)
        {
            using var answer = await publication.Client.GetAsync(path, Cancellation);
            var page = publication.PageCache.Peek(path);
            Assert.True(page is not null, $"{path} is not kept");
            kept.Add((path, page));
        }

        return kept;
    }

    private async Task AssertFreshAsync(IReadOnlyList<string> pages, string verb)
    {
        await using var site = await InProcessSite.StartAsync(publication.Installation, TestPublication.Settings, isCopy: false, Cancellation);
        foreach (var path in pages)
        {
            using var served = await publication.Client.GetAsync(path, Cancellation);
            var fresh = await site.AskAsync(path, Cancellation);
            Assert.True(fresh.Status == (int)served.StatusCode, $"{path} answers {(int)served.StatusCode} after {verb}, and {fresh.Status} without memory");
            var bytes = await served.Content.ReadAsByteArrayAsync(Cancellation);
            Assert.True(fresh.Body.Span.SequenceEqual(bytes), $"{path} is stale after {verb}");
        }
    }

    private async Task ReleaseAsync(string verb, Installation installation)
    {
        var (code, store) = (publication.Library, Store(installation));
        var current = (await new StoryStore(installation.Database).FindAsync(code, Cancellation))!;
        // The story came with a character that no editor could release.
        var content = InvisibleInStory.Repair(current.Content);
        var changed = content with { Standfirst = "It closed again in the evening." };
        Done(verb switch
        {
            "publish" => await new PublishStory(store, TestPublication.Settings).RunAsync(
                TestActor.Editor, content with { Headline = "Library bell rings", Topics = ["Libraries", "Bells"] }, Slug.From("library-bell"), null, null, Cancellation),
            "update" => await new UpdateStory(store).RunAsync(TestActor.Editor, code, new ReleaseText.Given(changed, null, null, current.Number), new ReleaseNote("It closed."), Cancellation),
            "move" => await new UpdateStory(store).RunAsync(
                TestActor.Editor, code,
                new ReleaseText.Given(changed with { Section = "sea", Topics = ["Harbour Street", "Bells"], Bylines = ["Jens Holm"] }, Slug.From("library-moves"), null, current.Number),
                new ReleaseNote("It moved."), Cancellation),
            "correct" => await new CorrectStory(store).RunAsync(
                TestActor.Editor, code, new ReleaseText.Given(changed, null, null, current.Number), new NoteWords { Text = "The library closed again.", Said = "open", Says = "closed" }, Cancellation),
            "retract" => await new RetractStory(store).RunAsync(TestActor.Editor, code, "It never opened.", current.Number, Cancellation),
            _ => await Withdraw(installation).RunAsync(TestActor.Editor, code, WithdrawalReason.PersonalRights, current.Number, Cancellation),
        });
    }

    private async Task ReadyAsync()
    {
        await Polling.UntilAsync(async () =>
        {
            using var answer = await publication.Client.GetAsync("/", Cancellation);
            return publication.PageCache.Peek("/") is not null;
        });
    }

    private static WithdrawStory Withdraw(Installation installation) => new(Store(installation), installation.Media, installation.Database);

    private static ReleaseStore Store(Installation installation) => new(installation.Database, installation.Log, TimeProvider.System);

    private static ReleaseOutcome.Done Done(ReleaseOutcome outcome) => Assert.IsType<ReleaseOutcome.Done>(outcome);
}
