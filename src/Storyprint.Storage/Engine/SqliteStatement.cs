using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Storyprint.Storage.Engine;

/// <summary>
/// A statement of SQLite's native interface, with values bound by position: the driver's commands look up each name at every run, which cost a tenth of an
/// import.
/// </summary>
internal sealed class SqliteStatement(SqliteSession session, string sql) : PreparedStatement(sql), IDisposable
{
    private int[] ordinals = [];
    private sqlite3_stmt? statement;
    private byte[] utf8 = new byte[256];

    public override Task<int> RunAsync(CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Step(values);
        Done(raw.sqlite3_reset(statement));
        return Task.FromResult(raw.sqlite3_changes(session.Handle));
    }

    public override Task<object?> ScalarAsync(CancellationToken cancellation, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var value = Step(values) == raw.SQLITE_ROW ? Column() : null;
        Done(raw.sqlite3_reset(statement));
        return Task.FromResult(value);
    }

    public void Dispose() => statement?.Dispose();

    private int Step(ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (statement is null)
        {
            Done(raw.sqlite3_prepare_v3(session.Handle, Text, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        }

        if (IsNewOrder(values))
        {
            ordinals = new int[values.Length];
            for (var index = 0; index < values.Length; index++)
            {
                ordinals[index] = raw.sqlite3_bind_parameter_index(statement, values[index].Name);
            }
        }

        for (var index = 0; index < values.Length; index++)
        {
            Done(Bind(ordinals[index], values[index].Value));
        }

        var answer = raw.sqlite3_step(statement);
        if (answer is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            raw.sqlite3_reset(statement);
            Done(answer);
        }

        return answer;
    }

    private int Bind(int ordinal, object? value) => value is Utf8Text text ? raw.sqlite3_bind_text(statement, ordinal, text.Bytes) : BindOther(ordinal, value);

    private int BindOther(int ordinal, object? value) => SqlValue.From(value) switch
    {
        DBNull => raw.sqlite3_bind_null(statement, ordinal),
        string text => Bind(ordinal, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, ordinal, bytes),
        bool yes => raw.sqlite3_bind_int(statement, ordinal, yes ? 1 : 0),
        int number => raw.sqlite3_bind_int(statement, ordinal, number),
        long number => raw.sqlite3_bind_int64(statement, ordinal, number),
        double number => raw.sqlite3_bind_double(statement, ordinal, number),
        var other => throw new ArgumentException($"A {other.GetType()} cannot be stored.", nameof(value)),
    };

    private int Bind(int ordinal, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (utf8.Length < most)
        {
            utf8 = new byte[most];
        }

        return raw.sqlite3_bind_text(statement, ordinal, utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
    }

    private object? Column() => raw.sqlite3_column_type(statement, 0) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, 0),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, 0),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, 0).utf8_to_string(),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, 0).ToArray(),
        _ => null,
    };

    private void Done(int answer) => SqliteException.ThrowExceptionForRC(answer, session.Handle);
}
