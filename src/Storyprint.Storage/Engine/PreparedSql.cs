using System.Data.Common;

namespace Storyprint.Storage.Engine;

/// <summary>One statement prepared once and run many times inside a transaction. Its parameters are @p0, @p1, … in order.</summary>
internal sealed class PreparedSql : IAsyncDisposable
{
    private readonly DbCommand command;

    public PreparedSql(DbTransaction transaction, string sql, int parameters)
    {
        command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var index = 0; index < parameters; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
        }
    }

    public Task<int> RunAsync(CancellationToken cancellation, params ReadOnlySpan<object?> values) =>
        With(values).ExecuteNonQueryAsync(cancellation);

    public Task<object?> ScalarAsync(CancellationToken cancellation, params ReadOnlySpan<object?> values) =>
        With(values).ExecuteScalarAsync(cancellation);

    public async Task<T?> FirstAsync<T>(Func<DbDataReader, T> read, CancellationToken cancellation, params object?[] values)
    {
        await using var reader = await With(values).ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? read(reader) : default;
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private DbCommand With(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = SqlValue.Of(values[index]);
        }

        return command;
    }
}
