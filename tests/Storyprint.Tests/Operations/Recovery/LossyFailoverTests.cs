using System.Text.Json;
using Npgsql;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Operations.Recovery;

/// <summary>
/// Three nodes with one set of keys over a real server, whose standby is behind when the server dies and is promoted. Nobody signs again what somebody has seen:
/// the node that released, one that only served, one that had heard of nothing, and one that was never there before.
/// </summary>
public sealed class LossyFailoverTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-failover-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_promotion_no_node_signs_what_another_has_seen_signed()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var primary = await PostgresCluster.OwnAsync("fsync = off\n", Cancellation);
        foreach (var name in (string[])["alone", "sharing", "whole"])
        {
            await primary.RunAsync($"CREATE DATABASE {name} TEMPLATE template_storyprint", Cancellation);
        }

        await using var replica = await primary.ReplicaAsync(Cancellation);
        var alone = await ThreeAsync(primary.ConnectionWith(replica, "alone"), null);
        var sharing = await ThreeAsync(primary.ConnectionWith(replica, "sharing"), Path.Combine(folder, "marks"));
        var whole = await ThreeAsync(primary.ConnectionWith(replica, "whole"), Path.Combine(folder, "whole-marks"));
        await PublishAsync(whole[0], "Nothing of this is lost");
        await CaughtUpAsync(primary, replica);
        await replica.KillAsync();
        foreach (var node in (Installation[])[alone[0], sharing[0]])
        {
            await PublishAsync(node, "The standby has not got this");
            await PublishAsync(node, "Nor this");
        }

        // The second node serves what the first has released; the third hears of nothing.
        Assert.NotNull(await alone[1].Stores.Log.CheckpointAsync(Cancellation));
        await primary.KillAsync();
        await replica.StartAsync(Cancellation);
        await replica.RunAsync("SELECT pg_promote()", Cancellation);

        Assert.IsType<LogProblem.SetBack>(await RefusedAsync(alone[0]));
        Assert.IsType<LogProblem.SetBack>(await RefusedAsync(alone[1]));
        Assert.Contains("log confirm", Assert.IsType<LogProblem.ServerChanged>(await RefusedAsync(alone[2])).Sentence, StringComparison.Ordinal);
        Assert.IsType<LogProblem.ServerChanged>(await RefusedAsync(NewNode(alone[0], "newcomer", null)));
        Assert.All(sharing[1..], node => Assert.IsType<LogProblem.NodeAhead>(RefusedAsync(node).GetAwaiter().GetResult()));

        // Named only afterwards, a shared place knows nothing of the server before.
        Assert.IsType<LogProblem.ServerChanged>(await RefusedAsync(NewNode(alone[2], "late", Path.Combine(folder, "late-marks"))));

        // Where the marks say that nothing is missing, the nodes go on by themselves.
        await PublishAsync(whole[2], "Goes on");
        await PublishAsync(whole[1], "From another node as well");

        // An administrator who has looked may go on where nobody knows more, and not where somebody does.
        var by = ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine);
        Assert.IsType<LogProblem.SetBack>(await alone[0].Log.ConfirmServerAsync(by, Cancellation));
        Assert.IsType<LogProblem.NodeAhead>(await sharing[2].Log.ConfirmServerAsync(by, Cancellation));
        Assert.Null(await alone[2].Log.ConfirmServerAsync(by, Cancellation));
        await PublishAsync(alone[2], "After a look at what readers have");
        Assert.IsType<LogProblem.SetBack>(await RefusedAsync(alone[0]));
        foreach (var node in (Installation[])[.. alone, .. sharing, .. whole])
        {
            node.Log.Dispose();
            ((IDisposable)node.Database).Dispose();
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Installation[]> ThreeAsync(string connection, string? marks)
    {
        var name = new NpgsqlConnectionStringBuilder(connection).Database!;
        if (marks is not null)
        {
            Directory.CreateDirectory(marks);
        }

        var first = Node($"{name}-1", connection, marks);
        Assert.Null(await first.PrepareAsync(Cancellation));
        await PublishAsync(first, "The first");
        Installation[] nodes = [first, NewNode(first, $"{name}-2", marks), NewNode(first, $"{name}-3", marks)];
        Assert.Null(await nodes[1].PrepareAsync(Cancellation));
        Assert.Null(await nodes[2].PrepareAsync(Cancellation));
        return nodes;
    }

    private Installation NewNode(Installation like, string name, string? marks)
    {
        var keys = Directory.CreateDirectory(Path.Combine(folder, name, "keys")).FullName;
        foreach (var key in Directory.EnumerateFiles(like.Keys.Folder, "*.key"))
        {
            File.Copy(key, Path.Combine(keys, Path.GetFileName(key)));
        }

        if (marks is not null)
        {
            Directory.CreateDirectory(marks);
        }

        return Node(name, like.Publication.Database!, marks);
    }

    private Installation Node(string name, string connection, string? marks)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        var settings = JsonSerializer.SerializeToNode(TestPublication.Settings, PublicationJson.Default.Publication)!.AsObject();
        settings["database"] = connection;
        File.WriteAllText(Installation.SettingsPath(place), settings.ToJsonString());
        var (installation, problem) = Installation.Open(place, marks);
        return installation ?? throw new InvalidOperationException(problem);
    }

    // A connection from before the failover is found dead once, and which host takes writes is looked up again after a second.
    private static async Task<ReleaseOutcome> TryAsync(Installation node, string headline)
    {
        ReleaseOutcome? outcome = null;
        await Polling.UntilAsync(async () => (outcome = await new PublishStory(node.Stores.Releases(), node.Publication)
            .RunAsync(TestActor.Editor, ReleaseFixture.Text(headline), Slug.From(headline), null, null, Cancellation)) is not ReleaseOutcome.NotStored);
        return outcome!;
    }

    private static async Task PublishAsync(Installation node, string headline) => Assert.IsType<ReleaseOutcome.Done>(await TryAsync(node, headline));

    // By the gate that a command passes, and by that of a server that has long passed it.
    private static async Task<LogProblem> RefusedAsync(Installation node)
    {
        var refused = Assert.IsType<ReleaseOutcome.LogRefuses>(await TryAsync(node, "Too soon")).Problem;
        var prepared = await node.PrepareAsync(Cancellation);
        Assert.Equal(prepared?.GetType(), refused.GetType());
        return refused;
    }

    private static async Task CaughtUpAsync(PostgresCluster primary, PostgresCluster replica)
    {
        await using var source = new PostgresDatabase(primary.Connection("postgres"));
        await using var copy = new PostgresDatabase(replica.Connection("postgres"));
        await using var from = await source.OpenAsync(Cancellation);
        await using var to = await copy.OpenAsync(Cancellation);
        var written = await from.ScalarAsync<string>("SELECT pg_current_wal_lsn()::text", Cancellation);
        await Polling.UntilAsync(async () => await to.ScalarAsync<bool>($"SELECT pg_last_wal_replay_lsn() >= '{written}'::pg_lsn", Cancellation));
    }
}
