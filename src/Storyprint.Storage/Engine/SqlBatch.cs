using System.Data.Common;
using Npgsql;

namespace Storyprint.Storage.Engine;

/// <summary>
/// Statements whose answers nobody needs, in the order in which they are added: a server gets them in one journey, and SQLite, which is no journey away,
/// at once. None is certain to have run before <see cref="SendAsync"/>.
/// </summary>
internal abstract class SqlBatch
{
    public static SqlBatch Create(DbTransaction transaction) =>
        transaction.Connection is NpgsqlConnection connection ? new Gathered(connection) : new OneByOne();

    public abstract Task AddAsync(PreparedStatement statement, CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>Runs what was added and has not run yet.</summary>
    public abstract Task SendAsync(CancellationToken cancellation);

    private sealed class OneByOne : SqlBatch
    {
        public override Task AddAsync(PreparedStatement statement, CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values) => statement.RunAsync(cancellation, values);

        public override Task SendAsync(CancellationToken cancellation) => Task.CompletedTask;
    }

    private sealed class Gathered(NpgsqlConnection connection) : SqlBatch
    {
        // Bounds what waits in memory; a journey more for each so many costs nothing.
        private const int Most = 500;

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
            return batch.BatchCommands.Count < Most ? Task.CompletedTask : SendAsync(cancellation);
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
