using System.Data.Common;
using System.Globalization;

namespace Storyprint.Storage.Integrity;

/// <summary>A row exactly as stored: after an edit by hand its types cannot be relied on.</summary>
internal sealed class StoredRow(IReadOnlyDictionary<string, object?> values)
{
    public object? this[string column] => values[column];

    public static StoredRow Read(DbDataReader row)
    {
        var values = new Dictionary<string, object?>(row.FieldCount, StringComparer.Ordinal);
        for (var column = 0; column < row.FieldCount; column++)
        {
            values[row.GetName(column)] = Plain(row.GetValue(column));
        }

        return new StoredRow(values);
    }

    public long? Number(string column) => values[column] as long?;

    public string? Text(string column) => values[column] as string;

    public byte[]? Bytes(string column) => values[column] as byte[];

    /// <summary>Whether a column holds a value.</summary>
    public bool Holds(string column, object? value) => (values[column], Plain(value)) switch
    {
        (byte[] stored, byte[] wanted) => stored.AsSpan().SequenceEqual(wanted),
        (long stored, double wanted) => stored == wanted,
        var (stored, wanted) => Equals(stored, wanted),
    };

    /// <summary>The value for a message: short, never a whole text.</summary>
    public string Shown(string column) => Shown(values[column]);

    public static string Shown(object? value) => Plain(value) switch
    {
        null => "nothing",
        byte[] bytes => $"{bytes.Length} bytes",
        string { Length: > 60 } text => $"“{text[..57]}…”",
        string text => $"“{text}”",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    // The engines return the same number as different types.
    private static object? Plain(object? value) => value switch
    {
        null or DBNull => null,
        bool flag => flag ? 1L : 0L,
        int or short => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => value,
    };
}
