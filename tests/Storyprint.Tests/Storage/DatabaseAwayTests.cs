using System.Net;
using System.Text.Json;
using Npgsql;
using Storyprint.Operations;
using Storyprint.Serving;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage;

/// <summary>A server that stops in the middle of things, with its disk as real as any.</summary>
public sealed class DatabaseAwayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_database_is_away_readers_are_asked_to_come_back_and_then_are_served_again()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.OwnAsync(cancellation: Cancellation);
        using var desk = ReleaseFixture.On(cluster.Connection("template_storyprint"));
        await desk.Database.MigrateAsync(Cancellation);
        Assert.Null(await desk.Log.PrepareAsync(Cancellation));
        var code = await desk.PublishedAsync();
        var settings = TestPublication.Settings with { Database = cluster.Connection("template_storyprint") };
        await File.WriteAllTextAsync(Installation.SettingsPath(desk.Folder), JsonSerializer.Serialize(settings, PublicationJson.Default.Publication), Cancellation);
        var installation = Installation.Open(desk.Folder).Installation!;
        await using var app = WebHost.Create(installation, "127.0.0.1", 0);
        await app.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var page = await client.GetStringAsync($"/news/{code}", Cancellation);
        Assert.Contains("The ferry sails", page, StringComparison.Ordinal);

        await cluster.KillAsync();

        // Pages in memory are given out until this node notices that it hears of no releases any more.
        await Polling.UntilAsync(async () => await StatusAsync(client, $"/news/{code}") != HttpStatusCode.OK);
        foreach (var (path, words) in ((string, string)[])[($"/news/{code}", "We will be back"), ("/fa", "بازمی‌گردیم")])
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(10)), (answer.StatusCode, answer.Headers.RetryAfter!.Delta));
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.Contains("cannot be reached", Assert.IsType<ReleaseOutcome.NotStored>(await desk.PublishAsync("Now?")).Sentence, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", (await installation.PrepareAsync(Cancellation))!.Sentence, StringComparison.Ordinal);
        await cluster.StartAsync(Cancellation);
        Assert.Equal(page, await client.GetStringAsync($"/news/{code}", Cancellation));
        await desk.PublishedAsync("After it");
        Assert.Equal(2, await desk.VerifyAsync());
        await installation.PrepareAsync(Cancellation);
        installation.Database.CloseIdle();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        return answer.StatusCode;
    }

    [Fact]
    public async Task Connections_from_before_a_restart_are_noticed_by_no_reader()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.OwnAsync(cancellation: Cancellation);
        using var desk = ReleaseFixture.On(cluster.Connection("template_storyprint"));
        Assert.Null(await desk.Log.PrepareAsync(Cancellation));
        var code = await desk.PublishedAsync();
        var settings = TestPublication.Settings with { Database = cluster.Connection("template_storyprint") };
        await File.WriteAllTextAsync(Installation.SettingsPath(desk.Folder), JsonSerializer.Serialize(settings, PublicationJson.Default.Publication), Cancellation);
        var installation = Installation.Open(desk.Folder).Installation!;
        await using var app = WebHost.Create(installation, "127.0.0.1", 0);
        await app.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.GetStringAsync($"/news/{code}", Cancellation)));
        await cluster.KillAsync();
        await cluster.StartAsync(Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.GetStringAsync($"/news/{code}", Cancellation)));
        installation.Database.CloseIdle();
    }

    [Fact]
    public async Task Releases_while_the_server_is_killed_and_started_again_are_made_or_not_and_never_doubled()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.OwnAsync(cancellation: Cancellation);
        using var desk = ReleaseFixture.On(cluster.Connection("template_storyprint"));
        Assert.Null(await desk.Log.PrepareAsync(Cancellation));
        var acknowledged = 0;
        using var stop = new CancellationTokenSource();
        var releasing = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                switch (await desk.PublishAsync($"Story {number}"))
                {
                    case ReleaseOutcome.Done:
                        Interlocked.Increment(ref acknowledged);
                        break;
                    case ReleaseOutcome.NotStored:
                        await Task.Delay(10, Cancellation);
                        break;
                    case var other:
                        Assert.Fail($"{other}");
                        break;
                }
            }
        }, Cancellation);
        for (var round = 0; round < 5; round++)
        {
            await MoreAsync();

            // A little later each time, so that another step of a release is under way.
            await Task.Delay(round * 7, Cancellation);
            await cluster.KillAsync();
            await cluster.StartAsync(Cancellation);
        }

        await MoreAsync();
        await stop.CancelAsync();
        await releasing;

        // What was acknowledged is there, and nothing else: a release that was not acknowledged was not made.
        Assert.Equal(acknowledged, await desk.VerifyAsync());

        async Task MoreAsync()
        {
            for (var enough = Volatile.Read(ref acknowledged) + 5; Volatile.Read(ref acknowledged) < enough && !releasing.IsCompleted;)
            {
                await Task.Delay(5, Cancellation);
            }
        }
    }

    [Fact]
    public async Task A_commit_that_the_server_carried_out_while_its_answer_was_cut_off_is_acknowledged()
    {
        await using var database = new PostgresDatabase(await PostgresCluster.MakeDatabaseAsync(Cancellation));
        await using var connection = (NpgsqlConnection)await database.OpenAsync(Cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, Cancellation);
        await connection.ExecuteAsync("INSERT INTO id_allocator (name, last_value) VALUES ('a', 1)", Cancellation);
        await using var other = await database.OpenAsync(Cancellation);
        await other.ExecuteAsync($"SELECT pg_terminate_backend({connection.ProcessID})", Cancellation);
        var fault = await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync(Cancellation));
        Assert.True(database.IsUnavailable(fault));

        // Whoever has the write lock now knows that the other is over.
        await using var next = await database.BeginWriteAsync(other, Cancellation);
        Assert.Equal(0, await other.ScalarAsync<long>("SELECT COUNT(*) FROM id_allocator", Cancellation));
    }
}
