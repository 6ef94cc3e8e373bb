using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;

namespace Storyprint.Storage.Moving;

/// <summary>
/// Moves a publication between databases of any engines. The old one is closed to writers first, so it no longer changes, and an interrupted move goes on where
/// it stopped.
/// </summary>
public sealed class MovePublication(Database source, Database target)
{
    public async Task<MoveOutcome> RunAsync(IProgress<StepProgress>? progress = null, CancellationToken cancellation = default)
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

        if (await CloseAsync(from, mark, cancellation) is not { } head)
        {
            return new MoveOutcome.Refused("The new database holds half of another move. Give an empty one.");
        }

        await to.ExecuteAsync("INSERT INTO id_allocator (name, last_value) VALUES (@name, 1) ON CONFLICT (name) DO NOTHING", cancellation, ("@name", MarkOf(head)));
        var (tables, problem) = await new CopyPublication(from, target, to, progress).RunAsync(head, cancellation);
        return problem is null
            ? new MoveOutcome.Done(tables, head.Size, head.Root.ToString())
            : new MoveOutcome.Refused($"{problem} The old database is as it was. Empty the new one and move again.");
    }

    // Under the write lock: a running release is waited for, and none can begin after it.
    private async Task<LogHead?> CloseAsync(DbConnection from, string? mark, CancellationToken cancellation)
    {
        await using var transaction = await source.BeginWriteAsync(from, cancellation);
        await source.Moves.CloseAsync(from, cancellation);
        var head = (await LogHead.ReadAsync(from, cancellation))!;
        if (mark is not null && mark != MarkOf(head))
        {
            return null;
        }

        await transaction.CommitAsync(cancellation);
        return head;
    }

    private static string MarkOf(LogHead head) => $"moving {head.Root}";

    private static Task<string?> MarkAsync(DbConnection to, CancellationToken cancellation) =>
        to.ScalarAsync<string>($"SELECT name FROM id_allocator WHERE NOT ({TableCopy.Ours})", cancellation);

    private static async Task<List<(string Table, long Rows)>> CountAsync(DbConnection connection, CancellationToken cancellation)
    {
        var counts = new List<(string, long)>();
        foreach (var table in TableCopy.All())
        {
            counts.Add((table.Name, await table.CountAsync(connection, cancellation)));
        }

        return counts;
    }
}
