using System.Data.Common;
using System.Security.Cryptography;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;

namespace Storyprint.Storage.Moving;

/// <summary>
/// Carries a publication from one database to another, whatever their engines. The old one is closed to writers first, so it does not change any more;
/// rows are copied in the order of their keys, a batch a transaction, so whatever stands in the new one is a beginning of it and a stopped move goes on
/// behind it. The log's head comes last, when all the rest was held against the old one: a database without a head is none that anybody could use.
/// </summary>
public sealed class MovePublication(Database source, Database target)
{
    private const int Batch = 1_000;

    /// <summary>Opens a database to writers again that a move has closed, to stay with it after all.</summary>
    public static async Task ReopenAsync(Database closed, CancellationToken cancellation = default)
    {
        await using var connection = await closed.OpenAsync(cancellation);
        await closed.Moves.OpenAsync(connection, cancellation);
    }

    public async Task<MoveOutcome> RunAsync(IProgress<MoveProgress>? progress = null, CancellationToken cancellation = default)
    {
        await source.MigrateAsync(cancellation);
        await target.MigrateAsync(cancellation);
        await using var from = await source.OpenAsync(cancellation);
        await using var to = await target.OpenAsync(cancellation);
        if (await LogHead.ReadAsync(from, cancellation) is not { } before)
        {
            return new MoveOutcome.Refused("There is no publication in the database that is to be moved: it has no log.");
        }

        if (await LogHead.ReadAsync(to, cancellation) is { } there)
        {
            return there.Root == before.Root && await source.Moves.IsClosedAsync(from, cancellation)
                ? new MoveOutcome.Done(await CountAsync(to, cancellation), there.Size, there.Root.ToString())
                : new MoveOutcome.Refused("The new database already holds a publication. Give an empty one.");
        }

        var mark = await MarkAsync(to, cancellation);
        if (mark is null && (await CountAsync(to, cancellation)).Any(table => table.Rows > 0))
        {
            return new MoveOutcome.Refused("The new database is not empty. Give an empty one.");
        }

        var head = await CloseAsync(from, cancellation);
        var ours = $"moving {head.Root}";
        if (mark is not null && mark != ours)
        {
            return new MoveOutcome.Refused("The new database holds half of another move. Give an empty one.");
        }

        await to.ExecuteAsync("INSERT INTO counter (name, value) VALUES (@name, 1) ON CONFLICT (name) DO NOTHING", cancellation, ("@name", ours));
        var tables = MovedTable.All();
        foreach (var table in tables)
        {
            await CopyAsync(table, from, to, progress, cancellation);
        }

        if (!await new MovedSearch(target).CopyAsync(from, to, progress, cancellation))
        {
            return new MoveOutcome.Refused("The new database's full text does not hold every story that the old one lists. Empty the new database and move again; the old one is as it was.");
        }

        var counts = new List<(string, long)>();
        foreach (var table in tables)
        {
            if (await SameAsync(table, from, to, progress, cancellation) is not { } rows)
            {
                return new MoveOutcome.Refused($"The table {table.Name} of the new database is not that of the old one. Empty the new database and move again; the old one is as it was.");
            }

            counts.Add((table.Name, rows));
        }

        var root = await WholeLog.RootAsync(to, head.Size, read => progress?.Report(new MoveProgress("entries of the log hashed", read, head.Size)), cancellation);
        if (root != head.Root)
        {
            return new MoveOutcome.Refused("The entries in the new database do not give the root that the log signed. The old database is as it was; check it with 'storyprint log status'.");
        }

        await FinishAsync(to, head, ours, cancellation);
        await target.Moves.LearnAsync(to, cancellation);
        return new MoveOutcome.Done(counts, head.Size, head.Root.ToString());
    }

    // Under the write lock: a release that is being made is waited for, and none can begin after it.
    private async Task<LogHead> CloseAsync(DbConnection from, CancellationToken cancellation)
    {
        await using var transaction = await source.BeginWriteAsync(from, cancellation);
        await source.Moves.CloseAsync(from, cancellation);
        var head = (await LogHead.ReadAsync(from, cancellation))!;
        await transaction.CommitAsync(cancellation);
        return head;
    }

    private async Task CopyAsync(MovedTable table, DbConnection from, DbConnection to, IProgress<MoveProgress>? progress, CancellationToken cancellation)
    {
        var total = await table.CountAsync(from, cancellation);
        var done = await table.CountAsync(to, cancellation);
        var last = await table.LastAsync(to, cancellation);
        while (await table.AfterAsync(from, last, Batch, cancellation) is { Count: > 0 } rows)
        {
            await using var transaction = await target.BeginWriteAsync(to, cancellation);
            await target.Moves.AddAsync(transaction, table.Name, [.. table.Columns.Select(column => column.Name)], rows, cancellation);
            await transaction.CommitAsync(cancellation);
            last = rows[^1];
            done += rows.Count;
            progress?.Report(new MoveProgress($"rows of {table.Name}", done, total));
        }
    }

    // How many rows both have, or null where one has what the other has not.
    private static async Task<long?> SameAsync(MovedTable table, DbConnection from, DbConnection to, IProgress<MoveProgress>? progress, CancellationToken cancellation)
    {
        var total = await table.CountAsync(from, cancellation);
        var (rows, digest) = await DigestAsync(table, from, total, progress, cancellation);
        return await DigestAsync(table, to, total, progress, cancellation) is var (others, other) && others == rows && other.AsSpan().SequenceEqual(digest) ? rows : null;
    }

    private static async Task<(long Rows, byte[] Digest)> DigestAsync(
        MovedTable table, DbConnection connection, long total, IProgress<MoveProgress>? progress, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        object?[]? last = null;
        while (await table.AfterAsync(connection, last, Batch, cancellation) is { Count: > 0 } rows)
        {
            MovedTable.Digest(digest, rows);
            last = rows[^1];
            count += rows.Count;
            progress?.Report(new MoveProgress($"rows of {table.Name} compared", count, total));
        }

        return (count, digest.GetHashAndReset());
    }

    private async Task FinishAsync(DbConnection to, LogHead head, string mark, CancellationToken cancellation)
    {
        await using var transaction = await target.BeginWriteAsync(to, cancellation);
        await StoredLog.MoveHeadAsync(transaction, null, head, cancellation);
        await to.ExecuteAsync("DELETE FROM counter WHERE name = @mark", cancellation, ("@mark", mark));
        await transaction.CommitAsync(cancellation);
    }

    private static Task<string?> MarkAsync(DbConnection to, CancellationToken cancellation) =>
        to.ScalarAsync<string>("SELECT name FROM counter WHERE name LIKE 'moving %'", cancellation);

    private static async Task<List<(string Table, long Rows)>> CountAsync(DbConnection connection, CancellationToken cancellation)
    {
        var counts = new List<(string, long)>();
        foreach (var table in MovedTable.All())
        {
            counts.Add((table.Name, await table.CountAsync(connection, cancellation)));
        }

        return counts;
    }
}
