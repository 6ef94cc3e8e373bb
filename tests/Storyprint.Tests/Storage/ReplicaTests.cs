using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage;

public sealed class ReplicaTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_are_given_a_replica_that_lags_behind_nothing_that_was_released()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.OwnAsync("fsync = off\n", Cancellation);
        await using var replica = await cluster.ReplicaAsync(Cancellation);
        using var desk = ReleaseFixture.On(cluster.ConnectionWith(replica, "template_storyprint"));
        Assert.Null(await desk.Log.PrepareAsync(Cancellation));
        var code = await desk.PublishedAsync();

        await using var node = new PostgresDatabase(cluster.ConnectionWith(replica, "template_storyprint"));
        Assert.False(await IsReplicaAsync(node.ForReaders), "A node that hears of no releases cannot know what a replica lacks.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var heard = new List<DatabaseChange>();
        var watch = node.WatchAsync(change =>
        {
            lock (heard)
            {
                heard.Add(change);
            }

            return Task.CompletedTask;
        }, stop.Token);
        await Polling.UntilAsync(() => IsReplicaAsync(node.ForReaders));
        Assert.False(await IsReplicaAsync(node));

        // The replica stands still: what is released now is read from the primary.
        await replica.RunAsync("SELECT pg_wal_replay_pause()", Cancellation);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 112 people."));
        await Polling.UntilAsync(async () => (await new StoryStore(node.ForReaders).FindAsync(code, Cancellation))!.Number.Value == 2);
        Assert.False(await IsReplicaAsync(node.ForReaders));
        lock (heard)
        {
            Assert.Equal([DatabaseChange.Watching, DatabaseChange.Committed], heard.Distinct());
        }

        await replica.RunAsync("SELECT pg_wal_replay_resume()", Cancellation);
        await Polling.UntilAsync(() => IsReplicaAsync(node.ForReaders));
        await replica.KillAsync();
        Assert.False(await IsReplicaAsync(node.ForReaders));
        Assert.Equal(2, (await new StoryStore(node.ForReaders).FindAsync(code, Cancellation))!.Number.Value);

        // The watch ends with its connection, so that whoever keeps it begins anew and takes nothing for granted.
        await cluster.KillAsync();
        await Assert.ThrowsAnyAsync<DbException>(() => watch);
        Assert.False(node.Known.IsHeard);
        await cluster.StartAsync(Cancellation);
    }

    private static async Task<bool> IsReplicaAsync(Database database)
    {
        await using var connection = await database.OpenAsync(Cancellation);
        return await connection.ScalarAsync<bool>("SELECT pg_is_in_recovery()", Cancellation);
    }
}
