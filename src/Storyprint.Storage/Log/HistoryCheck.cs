using System.Data.Common;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Log;

/// <summary>Checks that the database holds the published history, all of it as far as anybody here knows, on a server where it may be signed.</summary>
internal sealed class HistoryCheck(Database database, PublisherName publisher, HighWaterMark mark)
{
    private readonly LogServer server = new(database);

    /// <summary>Null when it does.</summary>
    public async Task<LogProblem?> CheckAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var problem = await CheckAsync(connection, cancellation);
        if (problem is not (LogProblem.SetBack or LogProblem.NodeAhead or LogProblem.WitnessAhead))
        {
            return problem;
        }

        try
        {
            // A replica may show a commit a moment before its primary does, and whoever heard of it there is ahead. Under the write lock nothing is on its way.
            await using var nothingOnItsWay = await database.BeginWriteAsync(connection, cancellation);
            return await CheckAsync(connection, cancellation);
        }
        catch (DbException)
        {
            // Safe: the database is refused as it was found.
            return problem;
        }
    }

    /// <summary>The tree of the stored hashes, ready to grow; or why it must not be signed.</summary>
    /// <param name="guard">Read before the head was.</param>
    public async Task<(TreeBuilder? Tree, LogProblem? Problem)> ResumeAsync(DbConnection connection, LogHead head, ForkGuard guard, CancellationToken cancellation)
    {
        var origin = publisher.KeyName(KeyRole.Log);
        if (head.Checkpoint.Body.Origin != origin)
        {
            return (null, new LogProblem.OtherPublisher(head.Checkpoint.Body.Origin, origin));
        }

        if (head.Checkpoint.Body.Size != head.Size || head.Checkpoint.Body.Root != head.Root)
        {
            return (null, new LogProblem.Damaged("Its checkpoint is not that of its head."));
        }

        if (guard.CheckSize(head.Size) is { } behind)
        {
            return (null, behind);
        }

        var hashes = new StoredHashReader(connection);
        try
        {
            var tree = await TreeBuilder.ResumeAsync(hashes, head.Size, cancellation);
            if (tree.Root() != head.Root)
            {
                return (null, new LogProblem.Damaged("Its hashes do not give the root of its head."));
            }

            return (await guard.CheckHistoryAsync(hashes, head, cancellation) ?? await server.ProblemAsync(connection, [], cancellation)) is { } other ? (null, other) : (tree, null);
        }
        catch (InvalidDataException missing)
        {
            return (null, new LogProblem.Damaged(missing.Message));
        }
    }

    private async Task<LogProblem?> CheckAsync(DbConnection connection, CancellationToken cancellation)
    {
        var guard = await ForkGuard.ReadAsync(mark, cancellation);
        return await LogHead.ReadAsync(connection, cancellation) is { } head
            ? (await ResumeAsync(connection, head, guard, cancellation)).Problem
            : guard.CheckMissing() ?? new LogProblem.NotBegun();
    }
}
