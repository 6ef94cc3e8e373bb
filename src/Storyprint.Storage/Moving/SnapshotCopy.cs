using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;

namespace Storyprint.Storage.Moving;

/// <summary>
/// Copies a publication from a PostgreSQL server into a file while releases go on: all of it is read within one snapshot. The snapshot blocks neither releases
/// nor readers; it only delays vacuum.
/// </summary>
internal sealed class SnapshotCopy(PostgresDatabase source)
{
    /// <returns>Null, or why there is no copy.</returns>
    public async Task<string?> RunAsync(string file, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        if (!await source.IsCurrentAsync(cancellation))
        {
            return "The tables are of another version of the program: start this version once with 'storyprint serve', or use the one that was used before.";
        }

        var target = new SqliteDatabase(file);
        try
        {
            if (await CopyAsync(target, progress, cancellation) is { } problem)
            {
                return problem;
            }

            await target.MergeIntoOneFileAsync(cancellation);
            return null;
        }
        finally
        {
            target.CloseIdle();
        }
    }

    private async Task<string?> CopyAsync(SqliteDatabase target, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        await target.MigrateAsync(cancellation);
        await using var from = await source.OpenAsync(cancellation);
        await using var snapshot = await source.BeginSnapshotAsync(from, cancellation);
        await using var to = await target.OpenAsync(cancellation);
        return await LogHead.ReadAsync(from, cancellation) is { } head
            ? (await new CopyPublication(from, target, to, progress).RunAsync(head, cancellation)).Problem
            : "There is no publication in the database: it has no log.";
    }
}
