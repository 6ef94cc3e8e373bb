using System.Data.Common;
using System.Text.RegularExpressions;

namespace Storyprint.Storage.Engine;

/// <summary>
/// One statement prepared once and run many times inside a transaction. Whoever runs it names each value (<c>("@code", code)</c>); a value that the text
/// does not name, or a name without a value, is a fault at the first run.
/// </summary>
internal abstract partial class PreparedStatement(string text)
{
    // The names in the order in which they were last given: the same call gives the same strings again, so comparing references is enough.
    private string[] order = [];

    public string Text { get; } = text;

    public static PreparedStatement Prepare(DbTransaction transaction, string sql) =>
        transaction.Connection is SqliteSession session ? session.Statement(sql) : new PreparedCommand(transaction, sql);

    /// <summary>The number of rows changed.</summary>
    public abstract Task<int> RunAsync(CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>The first column of the first row; null where there is none or it is null.</summary>
    public abstract Task<object?> ScalarAsync(CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>Makes sure that the values are those the text names.</summary>
    /// <returns>Whether they come in another order than the last time.</returns>
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
