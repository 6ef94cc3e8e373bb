using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Storyprint.EndToEnd.Machine;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.EndToEnd.Nodes;

/// <summary>
/// Three nodes over a PostgreSQL with a replica, behind nginx, under load: stories are released, nodes and the replica are killed, the primary is
/// restarted. No reader sees an error or a page that is out of date, and no release is lost or made twice.
/// </summary>
public sealed class ManyNodesTests : IAsyncDisposable
{
    private const int Stories = 30;
    private const int Scheduled = 6;

    private readonly List<StoryprintProcess> started = [];
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-nodes-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder, "data");

    [Fact]
    public async Task Nodes_replica_and_primary_may_fail_and_readers_notice_nothing()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        Assert.SkipWhen(Balancer.Missing is not null, Balancer.Missing ?? "");
        await using var primary = await PostgresCluster.OwnAsync("wal_level = replica\nmax_wal_senders = 5\n", Cancellation);
        await primary.RunAsync("CREATE DATABASE ledger", Cancellation);
        await using var replica = await primary.ReplicaAsync(Cancellation);
        WriteSettings(primary.ConnectionWith(replica, "ledger"));
        WriteStories(DateTimeOffset.UtcNow.AddSeconds(25));
        var (exitCode, said) = await StoryprintProcess.RunAsync("import", Path.Combine(folder, "stories"), "--data", Data);
        Assert.True(exitCode == 0, said);

        var installation = Installation.Open(Data).Installation!;
        Assert.Null(await installation.PrepareAsync(Cancellation));
        var codes = await CodesAsync(installation.Database);
        Assert.Equal(Stories, codes.Count);

        int[] ports = [Balancer.FreePort(), Balancer.FreePort(), Balancer.FreePort()];
        var nodes = ports.Select(Node).ToList();
        foreach (var node in nodes)
        {
            await node.AddressAsync();
        }

        await using var nginx = await Balancer.StartAsync(Path.Combine(folder, "nginx"), ports);
        await using var readers = new Readers(nginx.Address, codes, 6);
        using var stopReleasing = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var releasing = ReleaseAsync(installation, codes, readers, stopReleasing.Token);

        await Task.Delay(4000, Cancellation);
        await nodes[1].KillAsync();
        await Task.Delay(3000, Cancellation);
        nodes[1] = Node(ports[1]);
        await nodes[1].AddressAsync();

        await replica.KillAsync();
        await Task.Delay(4000, Cancellation);
        await replica.StartAsync(Cancellation);
        await Task.Delay(3000, Cancellation);

        var awayFrom = DateTimeOffset.UtcNow;
        await primary.KillAsync();
        await Task.Delay(2000, Cancellation);
        await primary.StartAsync(Cancellation);
        var awayUntil = DateTimeOffset.UtcNow;
        await nodes[0].KillAsync();
        await Task.Delay(6000, Cancellation);

        await stopReleasing.CancelAsync();
        var acknowledged = await releasing;
        await WaitForScheduleAsync(installation.Database);
        await readers.StopAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{readers.Pages} pages read, {acknowledged.Values.Sum()} releases, {readers.Errors.Count} errors, {readers.Stale.Count} pages out of date");

        Assert.Equal([], readers.Errors.Where(error => !error.IsRightAfter(awayFrom, awayUntil)).Take(20));
        Assert.Equal([], readers.Stale.Take(20));
        Assert.True(acknowledged.Values.Sum() > 20, $"{acknowledged.Values.Sum()} releases were made");
        await AssertNothingLostAsync(installation.Database, acknowledged);
        (exitCode, said) = await StoryprintProcess.RunAsync("verify", nginx.Address.ToString(), "--state", Path.Combine(folder, "state"));
        Assert.True(exitCode == 0, said);
        installation.Database.CloseIdle();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in started)
        {
            await node.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private StoryprintProcess Node(int port)
    {
        started.Add(StoryprintProcess.Start("serve", "--data", Data, "--port", port.ToString(CultureInfo.InvariantCulture)));
        return started[^1];
    }

    private void WriteSettings(string database)
    {
        Directory.CreateDirectory(Data);
        var settings = JsonNode.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo/publication.json")), null,
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        settings["database"] = database;
        File.WriteAllText(Installation.SettingsPath(Data), settings.ToJsonString());
    }

    private void WriteStories(DateTimeOffset due)
    {
        var stories = Directory.CreateDirectory(Path.Combine(folder, "stories")).FullName;
        for (var number = 0; number < Stories + Scheduled; number++)
        {
            var (status, date) = number < Stories
                ? ("published", new DateTimeOffset(2026, 3, 1, 8, number, 0, TimeSpan.Zero))
                : ("scheduled", due.AddSeconds(number - Stories));
            File.WriteAllText(Path.Combine(stories, $"quay-{number}.md"), string.Create(CultureInfo.InvariantCulture, $"""
                ---
                title: The quay counts, part {number}
                section: sea
                status: {status}
                date: {date:yyyy-MM-ddTHH:mm:ssZ}
                ---
                The quay counts 0 boats this morning.
                """));
        }
    }

    // As a fourth node: each release is made once, and asked after where its answer was lost.
    private static async Task<Dictionary<string, int>> ReleaseAsync(
        Installation installation, IReadOnlyList<string> codes, Readers readers, CancellationToken cancellation)
    {
        var update = new UpdateStory(new ReleaseStore(installation.Database, installation.Log, TimeProvider.System));
        var counts = codes.ToDictionary(code => code, _ => 0);
        for (var turn = 0; !cancellation.IsCancellationRequested; turn++)
        {
            var code = codes[turn % 7];
            var (count, revision) = (counts[code] + 1, counts[code] + 1);
            var content = new StoryContent
            {
                Language = "en",
                Headline = $"The quay counts, again",
                Section = "sea",
                Body = [new Paragraph(RichText.From(string.Create(CultureInfo.InvariantCulture, $"The quay counts {count} boats this morning.")))],
            };
            ReleaseOutcome? outcome = null;
            try
            {
                outcome = await update.RunAsync(
                    ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine),
                    StoryCode.FromDigits(code), new ReleaseText.Given(content, null, null, new RevisionNumber(revision)), new ReleaseNote("One more came in."), CancellationToken.None);
            }
            catch (Exception fault) when (installation.Database.IsUnavailable(fault))
            {
                // Whether it stands is seen at the next turn: it was made against a revision, and cannot be made twice.
            }

            if (outcome is ReleaseOutcome.Done || outcome is ReleaseOutcome.Refused { Refusals: [ReleaseRefusal.AnotherCameFirst, ..] })
            {
                counts[code] = count;
                readers.Released(code, count);
            }

            await Task.Delay(100, CancellationToken.None);
        }

        return counts;
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(Database database)
    {
        await using var connection = await database.OpenAsync(Cancellation);
        return await connection.QueryAsync("SELECT code FROM story WHERE status = 4 ORDER BY id", row => row.GetString(0), Cancellation);
    }

    private static async Task WaitForScheduleAsync(Database database)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            if ((await new ScheduleStore(database, TimeProvider.System).WaitingAsync(Cancellation)).Count == 0)
            {
                return;
            }

            await Task.Delay(1000, Cancellation);
        }
    }

    private static async Task AssertNothingLostAsync(Database database, Dictionary<string, int> acknowledged)
    {
        await using var connection = await database.OpenAsync(Cancellation);
        foreach (var (code, count) in acknowledged)
        {
            Assert.Equal(count + 1, await connection.ScalarAsync<int>("SELECT current_revision FROM story WHERE code = @code", Cancellation, ("@code", code)));
        }

        var done = await new ScheduleStore(database, TimeProvider.System).DoneAsync(100, Cancellation);
        Assert.Equal(Scheduled, done.Count);
        Assert.Equal(Scheduled, done.Select(release => release.Id.Code).Distinct().Count());
        Assert.All(done, release => Assert.Equal(RevisionNumber.First, release.Id.Number));
        Assert.All(done, release => Assert.True(release.ReleasedAt - release.DueAt < TimeSpan.FromSeconds(90), $"{release.Id} due {release.DueAt:O}, out {release.ReleasedAt:O}"));
    }
}
