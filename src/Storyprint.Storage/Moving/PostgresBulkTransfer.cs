using System.Data.Common;
using Npgsql;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Moving;

/// <summary>Closes a PostgreSQL database by triggers, and writes rows by COPY.</summary>
internal sealed class PostgresBulkTransfer : BulkTransfer
{
    internal override Task CloseAsync(DbConnection connection, CancellationToken cancellation) => connection.ExecuteAsync(
        $"""
        CREATE OR REPLACE FUNCTION storyprint_moved() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{Mark}'; END $$;
        {string.Concat(Closed.Select(table =>
            $"CREATE OR REPLACE TRIGGER moved BEFORE INSERT OR UPDATE OR DELETE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION storyprint_moved();\n"))}
        """, cancellation);

    internal override Task OpenAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.ExecuteAsync("DROP FUNCTION IF EXISTS storyprint_moved CASCADE", cancellation);

    internal override async Task<bool> IsClosedAsync(DbConnection connection, CancellationToken cancellation) =>
        await connection.ScalarAsync<long>("SELECT COUNT(*) FROM pg_trigger WHERE tgname = 'moved' AND tgrelid = 'log_head'::regclass", cancellation) > 0;

    internal override async Task AddAsync(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        if (transaction.Connection is not NpgsqlConnection connection)
        {
            await base.AddAsync(transaction, table, columns, rows, cancellation);
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var value in row)
            {
                await (SqlValue.From(value) switch
                {
                    DBNull => copy.WriteNullAsync(cancellation),
                    long number => copy.WriteAsync(number, cancellation),
                    int number => copy.WriteAsync(number, cancellation),
                    bool flag => copy.WriteAsync(flag, cancellation),
                    double number => copy.WriteAsync(number, cancellation),
                    byte[] bytes => copy.WriteAsync(bytes, cancellation),
                    var text => copy.WriteAsync((string)text, cancellation),
                });
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    internal override Task LearnAsync(DbConnection connection, CancellationToken cancellation) => connection.ExecuteAsync("ANALYZE", cancellation);
}
