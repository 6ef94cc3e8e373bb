using System.Data.Common;
using System.Security.Cryptography;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;

namespace Storyprint.Storage.Moving;

/// <summary>
/// Copies a publication between databases of any engines while the source does not change: it is closed to writers, or read within a snapshot. Rows go in the
/// order of their keys, one transaction a batch, so the copy is always a prefix and an interrupted run continues behind it. The log's head is written last,
/// after all rows were compared: a database without a head is unusable.
/// </summary>
internal sealed class CopyPublication(DbConnection from, Database target, DbConnection to, IProgress<StepProgress>? progress)
{
    /// <param name="head">The head of the log that is copied.</param>
    /// <returns>The number of rows of each table; or why the copy must not be used.</returns>
    public async Task<(IReadOnlyList<(string Table, long Rows)> Tables, string? Problem)> RunAsync(LogHead head, CancellationToken cancellation)
    {
        var tables = TableCopy.All();
        foreach (var table in tables)
        {
            await CopyAsync(table, cancellation);
        }

        if (!await new SearchIndexRebuild(target).CopyAsync(from, to, progress, cancellation))
        {
            return ([], "The full text of the copy does not hold every story that the database lists.");
        }

        var counts = new List<(string, long)>();
        foreach (var table in tables)
        {
            if (await SameAsync(table, cancellation) is not { } rows)
            {
                return ([], $"The table {table.Name} of the copy is not that of the database.");
            }

            counts.Add((table.Name, rows));
        }

        var root = await LogIntegrityCheck.RootAsync(to, head.Size, read => progress?.Report(new StepProgress("entries of the log hashed", read, head.Size)), cancellation);
        if (root != head.Root)
        {
            return ([], "The entries of the log do not give the root that it signed: 'storyprint log status' says more.");
        }

        await FinishAsync(head, cancellation);
        await target.Moves.LearnAsync(to, cancellation);
        return (counts, null);
    }

    private async Task CopyAsync(TableCopy table, CancellationToken cancellation)
    {
        var total = await table.CountAsync(from, cancellation);
        var done = await table.CountAsync(to, cancellation);
        await foreach (var rows in table.BatchesAsync(from, await table.LastAsync(to, cancellation), cancellation))
        {
            await using var transaction = await target.BeginWriteAsync(to, cancellation);
            await target.Moves.AddAsync(transaction, table.Name, [.. table.Columns.Select(column => column.Name)], rows, cancellation);
            await transaction.CommitAsync(cancellation);
            done += rows.Count;
            progress?.Report(new StepProgress($"rows of {table.Name}", done, total));
        }
    }

    // The number of rows both have, or null where one has a row that the other has not.
    private async Task<long?> SameAsync(TableCopy table, CancellationToken cancellation)
    {
        var total = await table.CountAsync(from, cancellation);
        var (rows, digest) = await DigestAsync(table, from, total, cancellation);
        return await DigestAsync(table, to, total, cancellation) is var (others, other) && others == rows && other.AsSpan().SequenceEqual(digest) ? rows : null;
    }

    private async Task<(long Rows, byte[] Digest)> DigestAsync(TableCopy table, DbConnection connection, long total, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        await foreach (var rows in table.BatchesAsync(connection, null, cancellation))
        {
            TableCopy.Digest(digest, rows);
            count += rows.Count;
            progress?.Report(new StepProgress($"rows of {table.Name} compared", count, total));
        }

        return (count, digest.GetHashAndReset());
    }

    private async Task FinishAsync(LogHead head, CancellationToken cancellation)
    {
        await using var transaction = await target.BeginWriteAsync(to, cancellation);
        await LogTableWriter.MoveHeadAsync(transaction, null, head, cancellation);
        await to.ExecuteAsync($"DELETE FROM id_allocator WHERE NOT ({TableCopy.Ours})", cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
