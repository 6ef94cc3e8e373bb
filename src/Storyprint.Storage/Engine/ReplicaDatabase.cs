using System.Data.Common;
using Npgsql;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Search;

namespace Storyprint.Storage.Engine;

/// <summary>
/// Reads from replicas for rendering pages. A replica that lags behind a release this node knows of is skipped, so whoever was told of a release never sees a
/// page from before it. While this node is not notified of releases, only the primary is read.
/// </summary>
internal sealed class ReplicaDatabase(PostgresDatabase primary, NpgsqlDataSource replicas) : Database
{
    public override FullText FullText => primary.FullText;

    public override BulkTransfer Moves => primary.Moves;

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default)
    {
        if (primary.Known is not (true, var size))
        {
            return await primary.OpenAsync(cancellation);
        }

        DbConnection? open = null;
        try
        {
            open = await replicas.OpenConnectionAsync(cancellation);
            if (await open.ScalarAsync<long>("SELECT tree_size FROM log_head WHERE id = 1", cancellation) >= size)
            {
                return open;
            }
        }
        catch (DbException fault) when (IsUnavailable(fault))
        {
            // Fall back to the primary; if that is unavailable too, its fault is thrown.
        }

        await (open?.DisposeAsync() ?? ValueTask.CompletedTask);
        return await primary.OpenAsync(cancellation);
    }

    public override void CloseIdle()
    {
        replicas.Clear();
        primary.CloseIdle();
    }

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellation = default) =>
        throw new NotSupportedException("Readers write nothing.");

    public override Task MigrateAsync(CancellationToken cancellation = default) => primary.MigrateAsync(cancellation);

    public override Task<bool> IsCurrentAsync(CancellationToken cancellation = default) => primary.IsCurrentAsync(cancellation);

    public override Task<IReadOnlyList<string>> EraseRemnantsAsync(CancellationToken cancellation = default) => primary.EraseRemnantsAsync(cancellation);

    public override Task WatchAsync(Func<DatabaseChange, Task> tell, CancellationToken cancellation) => primary.WatchAsync(tell, cancellation);

    public override Task<string?> CopyToAsync(string target, IProgress<StepProgress>? progress, CancellationToken cancellation) =>
        primary.CopyToAsync(target, progress, cancellation);

    public override bool IsUnavailable(Exception fault) => primary.IsUnavailable(fault);

    public override bool IsBusy(Exception fault) => primary.IsBusy(fault);

    public override string? Problem(DbException fault) => primary.Problem(fault);
}
