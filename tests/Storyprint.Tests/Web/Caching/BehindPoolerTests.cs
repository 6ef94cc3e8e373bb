using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations;
using Storyprint.Serving;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Web.Caching;

/// <summary>A node behind PgBouncer shows no page from before a release for longer than is said: a second where notices reach it, three where they do not.</summary>
public sealed class BehindPoolerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-pooled-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("session", false, 1)]
    [InlineData("transaction", false, 3)]
    [InlineData("transaction", true, 1)]
    public async Task What_is_withdrawn_or_corrected_elsewhere_is_gone_within_the_time_that_is_said(string mode, bool isListeningDirectly, int seconds)
    {
        Assert.SkipWhen(PgBouncer.Missing is not null, PgBouncer.Missing ?? "");
        var direct = await PostgresCluster.MakeDatabaseAsync(Cancellation);
        await using var pooler = await PgBouncer.StartAsync(direct, mode);
        var desk = await OpenAsync("desk", direct, null);
        var node = await OpenAsync("node", pooler.Connection, isListeningDirectly ? direct : null);
        Assert.Null(await desk.PrepareAsync(Cancellation));
        var (corrected, withdrawn) = (await PublishAsync(desk, "A bridge is closed"), await PublishAsync(desk, "A ferry is late"));
        await using (var app = WebHost.Create(node, "127.0.0.1", 0))
        {
            await app.StartAsync(Cancellation);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            await Polling.UntilAsync(() => mode == "transaction" && !isListeningDirectly ? node.Database.WatchProblem is not null : node.Database is PostgresDatabase { Known.IsHeard: true });
            var health = await client.GetStringAsync("/health/ready", Cancellation);
            Assert.Equal(mode == "transaction" && !isListeningDirectly, health.Contains("Notices of releases do not reach", StringComparison.Ordinal));
            await GetAsync(client, corrected);
            await GetAsync(client, withdrawn);

            var store = desk.Stores.Releases();
            Assert.IsType<ReleaseOutcome.Done>(await new UpdateStory(store).RunAsync(
                TestActor.Editor, corrected, new ReleaseText.Given(ReleaseFixture.Text("A bridge is closed", "It opens on Monday."), null, null, RevisionNumber.First), new ReleaseNote("When it opens."), Cancellation));
            await WithinAsync(seconds, async () => (await GetAsync(client, corrected)).Text.Contains("Monday", StringComparison.Ordinal));
            Assert.IsType<ReleaseOutcome.Done>(await new WithdrawStory(store, new MediaFolder(folder), desk.Database).RunAsync(
                TestActor.Editor, withdrawn, WithdrawalReason.CourtOrder, RevisionNumber.First, Cancellation));
            await WithinAsync(seconds, async () => (await GetAsync(client, withdrawn)).Status == HttpStatusCode.Gone);
        }

        var problem = await node.Database.ExamineWatchAsync(Cancellation);
        Assert.Equal(mode == "transaction" && !isListeningDirectly, problem is not null);
        node.Database.CloseIdle();
        desk.Database.CloseIdle();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Installation> OpenAsync(string name, string database, string? listenAt)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await File.WriteAllTextAsync(Installation.SettingsPath(place), JsonSerializer.Serialize(TestPublication.Settings with { Database = database }, PublicationJson.Default.Publication), Cancellation);
        var (installation, problem) = Installation.Open(place, listenAt: listenAt);
        return installation ?? throw new InvalidOperationException(problem);
    }

    private static async Task<StoryCode> PublishAsync(Installation desk, string headline) => Assert.IsType<ReleaseOutcome.Done>(
        await new PublishStory(desk.Stores.Releases(), desk.Publication).RunAsync(TestActor.Editor, ReleaseFixture.Text(headline), Slug.From(headline), null, null, Cancellation)).Code;

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(HttpClient client, StoryCode code)
    {
        using var answer = await client.GetAsync($"/news/{code}", Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    // A page that is asked for all the time stays in memory as long as it may.
    private static async Task WithinAsync(int seconds, Func<Task<bool>> holds)
    {
        var began = Stopwatch.StartNew();
        await Polling.UntilAsync(holds);
        Assert.True(began.Elapsed < TimeSpan.FromSeconds(seconds), $"It took {began.Elapsed}.");
    }
}
