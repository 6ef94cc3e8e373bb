using System.Data.Common;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Moving;

/// <summary>Closes an SQLite database by triggers, which hold for every program.</summary>
internal sealed class SqliteBulkTransfer : BulkTransfer
{
    private static IEnumerable<(string Name, string Table, string Verb)> Triggers => Closed.SelectMany(
        _ => (string[])["INSERT", "UPDATE", "DELETE"], (table, verb) => ($"moved_{table}_{verb}", table, verb));

    internal override Task CloseAsync(DbConnection connection, CancellationToken cancellation) => connection.ExecuteAsync(
        string.Concat(Triggers.Select(trigger =>
            $"CREATE TRIGGER IF NOT EXISTS {trigger.Name} BEFORE {trigger.Verb} ON {trigger.Table} BEGIN SELECT RAISE(ABORT, '{Mark}'); END;\n")), cancellation);

    internal override Task OpenAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.ExecuteAsync(string.Concat(Triggers.Select(trigger => $"DROP TRIGGER IF EXISTS {trigger.Name};\n")), cancellation);

    internal override async Task<bool> IsClosedAsync(DbConnection connection, CancellationToken cancellation) =>
        await connection.ScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND name = 'moved_log_head_UPDATE'", cancellation) > 0;
}
