using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Storyprint.Newsroom.Settings;
using Storyprint.Operations;
using Storyprint.Serving;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Caching;

/// <summary>A change of settings is in force on three nodes of one publication within a second, and pages that do not show it stay in the cache.</summary>
public class SettingsInForceTests : IAsyncLifetime
{
    public sealed class OnPostgres : SettingsInForceTests, IOnPostgres;

    private readonly TestPublication publication = new();
    private readonly List<(Installation Installation, WebApplication App, HttpClient Client)> others = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<HttpClient> Nodes => others.Select(node => node.Client).Prepend(publication.Client);

    public async ValueTask InitializeAsync()
    {
        await publication.InitializeAsync();
        for (var node = 0; node < 2; node++)
        {
            var (installation, problem) = Installation.Open(publication.Installation.Folder);
            Assert.True(installation is not null, problem);
            Assert.Null(await installation.PrepareAsync(Cancellation));
            var app = WebHost.Create(installation, "127.0.0.1", 0);
            await app.StartAsync(Cancellation);
            others.Add((installation, app, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) }));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (installation, app, client) in others)
        {
            client.Dispose();
            await app.DisposeAsync();
            installation.Database.CloseIdle();
        }

        await publication.DisposeAsync();
    }

    [Fact]
    public async Task A_new_name_is_on_every_node_within_a_second()
    {
        await ReadEverywhereAsync("/", "The Test Ledger");
        await ChangeAsync("editions.en.name", "\"The Harbour Ledger\"");
        Assert.Contains("The Harbour Ledger", await publication.Client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        var watch = Stopwatch.StartNew();
        await EverywhereAsync(async client => (await client.GetStringAsync("/", Cancellation)).Contains("The Harbour Ledger", StringComparison.Ordinal));

        // A second, and what a busy machine of tests takes for six pages.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.All(others, node => Assert.Equal("The Harbour Ledger", node.Installation.Publication.MainEdition.Name));
    }

    [Fact]
    public async Task A_change_of_one_edition_leaves_the_pages_of_the_other_in_the_cache()
    {
        string[] paths = ["/", "/fa/", "/fa/about", $"/news/{publication.Ferry}/evening-ferry-late-full"];
        foreach (var path in paths)
        {
            await publication.Client.GetStringAsync(path, Cancellation);
        }

        var kept = paths.ToDictionary(path => path, publication.PageCache.Peek);
        await ChangeAsync("editions.fa.about", "\"ما خبر را می‌نویسیم.\"");
        Assert.Null(publication.PageCache.Peek("/fa/about"));
        Assert.Same(kept["/"], publication.PageCache.Peek("/"));
        Assert.Same(kept["/fa/"], publication.PageCache.Peek("/fa/"));
        await ChangeAsync("editions.en.footLinks", """[{"name":"Terms","to":"/en/policies"}]""");
        Assert.NotSame(kept["/"], publication.PageCache.Peek("/"));
        Assert.Same(kept["/fa/"], publication.PageCache.Peek("/fa/"));
        await ChangeAsync("redirects", """[{"from":"/old","to":"/en/about"}]""");
        Assert.Same(kept["/fa/"], publication.PageCache.Peek("/fa/"));
        await EverywhereAsync(async client => (await client.GetAsync("/old", Cancellation)).StatusCode == HttpStatusCode.MovedPermanently);
        await ChangeAsync("editions.en.timeZone", "\"Asia/Tokyo\"");
        Assert.NotSame(kept["/fa/"], publication.PageCache.Peek("/fa/"));
    }

    [Fact]
    public async Task An_edition_begins_and_ends_without_a_restart()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await publication.Client.GetAsync("/ar/", Cancellation)).StatusCode);
        await ChangeAsync(("editions", """["en","fa","ar"]"""), ("editions.ar.name", "\"دفتر الميناء\""));
        await EverywhereAsync(async client => (await client.GetAsync("/ar/", Cancellation)).StatusCode == HttpStatusCode.OK);
        await ChangeAsync(("editions", """["en","fa"]"""));
        await EverywhereAsync(async client => (await client.GetAsync("/ar/", Cancellation)).StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_memory_for_pages_is_taken_away_and_given_back()
    {
        await publication.Client.GetStringAsync("/", Cancellation);
        Assert.NotEqual(0, publication.PageCache.Count);
        await ChangeAsync("pageCacheMegabytes", "-1");
        await publication.Client.GetStringAsync("/", Cancellation);
        Assert.Equal(0, publication.PageCache.Count);
        await ChangeAsync("pageCacheMegabytes", "24");
        await publication.Client.GetStringAsync("/", Cancellation);
        Assert.NotEqual(0, publication.PageCache.Count);
    }

    [Fact]
    public async Task While_names_change_every_page_is_made_of_one_of_them()
    {
        using var over = new CancellationTokenSource();
        var readers = Nodes.Select(client => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                var html = await client.GetStringAsync("/en/about", Cancellation);
                var names = Enumerable.Range(0, 12).Select(number => $"Paper {number}.").Append("The Test Ledger").Where(name => html.Contains(name, StringComparison.Ordinal)).ToList();
                Assert.True(names.Count == 1, $"One page says {string.Join(" and ", names)}");
            }
        }, Cancellation)).ToList();
        for (var number = 0; number < 12; number++)
        {
            await ChangeAsync("editions.en.name", $"\"Paper {number}.\"");
        }

        await over.CancelAsync();
        await Task.WhenAll(readers);
        await EverywhereAsync(async client => (await client.GetStringAsync("/en/about", Cancellation)).Contains("Paper 11.", StringComparison.Ordinal));
    }

    private Task ChangeAsync(string key, string value) => ChangeAsync((key, value));

    private async Task ChangeAsync(params (string Key, string Value)[] changes) => Assert.IsType<SettingsOutcome.Done>(await new ChangeSettings(publication.Installation.Stores.Settings).RunAsync(
        TestActor.Editor, [.. changes.Select(change => new SettingChange(SettingKey.TryParse(change.Key, out var key) ? key : throw new ArgumentException(change.Key), change.Value))], Cancellation));

    private Task ReadEverywhereAsync(string path, string word) => EverywhereAsync(async client => (await client.GetStringAsync(path, Cancellation)).Contains(word, StringComparison.Ordinal));

    private async Task EverywhereAsync(Func<HttpClient, Task<bool>> holds)
    {
        foreach (var client in Nodes)
        {
            await Polling.UntilAsync(() => holds(client));
        }
    }
}
