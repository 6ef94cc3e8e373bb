using System.Data.Common;
using System.Text.RegularExpressions;

namespace Storyprint.Storage.Engine;

/// <summary>
/// A statement prepared once and run many times inside a transaction. Each value is passed with its name (<c>("@code", code)</c>); a missing or an unknown name
/// is a fault at the first run.
/// </summary>
internal abstract partial class PreparedStatement(string text)
{
    // The names in the order last given: the same call site passes the same string instances, so comparing references is enough.
    private string[] order = [];

    public string Text { get; } = text;

    public static PreparedStatement Prepare(DbTransaction transaction, string sql) =>
        transaction.Connection is SqliteSession session ? session.Statement(sql) : new PreparedCommand(transaction, sql);

    /// <summary>The number of rows changed.</summary>
    public abstract Task<int> RunAsync(CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>The first column of the first row; null where there is none or it is null.</summary>
    public abstract Task<object?> ScalarAsync(CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>Verifies that the values are exactly those the text names.</summary>
    /// <returns>Whether their order differs from that of the last run.</returns>
    public bool IsNewOrder(ReadOnlySpan<(string Name, object? Value)> values)
    {
        var same = order.Length == values.Length;
        for (var index = 0; same && index < values.Length; index++)
        {
            same = ReferenceEquals(order[index], values[index].Name);
        }

        if (same)
        {
            return false;
        }

        order = new string[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            order[index] = values[index].Name;
        }

        var named = Names().Matches(Text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return named.Count == order.Length && named.SetEquals(order)
            ? true
            : throw new ArgumentException($"The statement names {string.Join(", ", named)}, and was given {string.Join(", ", order)}: {Text}", nameof(values));
    }

    [GeneratedRegex(@"(?<![@\w])@\w+")]
    private static partial Regex Names();

    private sealed class PreparedCommand(DbTransaction transaction, string sql) : PreparedStatement(sql)
    {
        private readonly DbCommand command = transaction.Connection!.CreateCommand();

        public override Task<int> RunAsync(CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values) =>
            With(values).ExecuteNonQueryAsync(cancellation);

        public override Task<object?> ScalarAsync(CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values) =>
            OrNullAsync(With(values).ExecuteScalarAsync(cancellation));

        private static async Task<object?> OrNullAsync(Task<object?> asked) => await asked is var value and not DBNull ? value : null;

        private DbCommand With(ReadOnlySpan<(string Name, object? Value)> values)
        {
            if (IsNewOrder(values) || command.CommandText.Length == 0)
            {
                (command.Transaction, command.CommandText) = (transaction, Text);
                command.Parameters.Clear();
                foreach (var (name, _) in values)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = name;
                    command.Parameters.Add(parameter);
                }
            }

            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters[index].Value = SqlValue.From(values[index].Value);
            }

            return command;
        }
    }
}
