using System.Data.Common;

namespace Storyprint.Storage.Engine;

/// <summary>One statement prepared once and run many times inside a transaction. Its parameters are @p0, @p1, ….</summary>
internal abstract class PreparedStatement(string text)
{
    public string Text { get; } = text;

    /// <param name="parameters">How many there are.</param>
    public static PreparedStatement Prepare(DbTransaction transaction, string sql, int parameters) => transaction.Connection is SqliteSession session
        ? session.Statement(sql, parameters)
        : new PreparedCommand(transaction, sql, parameters);

    /// <summary>The number of rows changed.</summary>
    public abstract Task<int> RunAsync(CancellationToken cancellation, params ReadOnlySpan<object?> values);

    /// <summary>The first column of the first row; null where there is none or it is null.</summary>
    public abstract Task<object?> ScalarAsync(CancellationToken cancellation, params ReadOnlySpan<object?> values);

    private sealed class PreparedCommand : PreparedStatement
    {
        private readonly DbCommand command;

        public PreparedCommand(DbTransaction transaction, string sql, int parameters)
            : base(sql)
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

        public override Task<int> RunAsync(CancellationToken cancellation, params ReadOnlySpan<object?> values) =>
            With(values).ExecuteNonQueryAsync(cancellation);

        public override Task<object?> ScalarAsync(CancellationToken cancellation, params ReadOnlySpan<object?> values) =>
            OrNullAsync(With(values).ExecuteScalarAsync(cancellation));

        private static async Task<object?> OrNullAsync(Task<object?> asked) => await asked is var value and not DBNull ? value : null;

        private DbCommand With(ReadOnlySpan<object?> values)
        {
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters[index].Value = SqlValue.From(values[index]);
            }

            return command;
        }
    }
}
