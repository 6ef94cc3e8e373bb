using System.Data.Common;
using Npgsql;

namespace Storyprint.Storage.Engine;

/// <summary>
/// Statements without results, in the order they are added: PostgreSQL gets them in one round trip, SQLite at once. None is certain to have run before <see
/// cref="SendAsync"/>.
/// </summary>
internal abstract class SqlBatch
{
    public static SqlBatch Create(DbTransaction transaction) =>
        transaction.Connection is NpgsqlConnection connection ? new Gathered(connection) : new OneByOne();

    public abstract Task AddAsync(PreparedStatement statement, CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>Runs the statements that have not run yet.</summary>
    public abstract Task SendAsync(CancellationToken cancellation);

    private sealed class OneByOne : SqlBatch
    {
        public override Task AddAsync(PreparedStatement statement, CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values) => statement.RunAsync(cancellation, values);

        public override Task SendAsync(CancellationToken cancellation) => Task.CompletedTask;
    }

    private sealed class Gathered(NpgsqlConnection connection) : SqlBatch
    {
        // Bounds the memory; one more round trip per so many statements costs nothing.
        private const int MaxCommands = 500;

        private NpgsqlBatch? batch;

        public override Task AddAsync(PreparedStatement statement, CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values)
        {
            _ = statement.IsNewOrder(values);
            var command = new NpgsqlBatchCommand(statement.Text);
            foreach (var (name, value) in values)
            {
                command.Parameters.AddWithValue(name, SqlValue.From(value));
            }

            batch ??= connection.CreateBatch();
            batch.BatchCommands.Add(command);
            return batch.BatchCommands.Count < MaxCommands ? Task.CompletedTask : SendAsync(cancellation);
        }

        public override async Task SendAsync(CancellationToken cancellation)
        {
            if (batch is null)
            {
                return;
            }

            await using var sent = batch;
            batch = null;
            await sent.ExecuteNonQueryAsync(cancellation);
        }
    }
}
