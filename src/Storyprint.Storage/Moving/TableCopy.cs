using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Schema;

namespace Storyprint.Storage.Moving;

/// <summary>Reads and writes a table in the order of its key, a batch at a time.</summary>
internal sealed class TableCopy
{
    /// <summary>The counters of the publication; the one that marks the target of a running move belongs to the move.</summary>
    public const string Ours = "name NOT LIKE 'moving %'";

    private const int FirstRows = 100;
    private const int MaxRows = 1_000;
    private const long BatchBytes = 8L << 20;

    private readonly int[] keys;

    private TableCopy(string name, IReadOnlyList<(string Name, Type Type)> columns, int[] keys) => (Name, Columns, this.keys) = (name, columns, keys);

    public string Name { get; }

    public IReadOnlyList<(string Name, Type Type)> Columns { get; }

    private string Filter => Name == "id_allocator" ? Ours : "TRUE";

    private string Key => string.Join(", ", keys.Select(at => Columns[at].Name));

    /// <summary>All tables, each behind those it refers to. The log's head is not among them: it is moved last, on its own.</summary>
    public static IReadOnlyList<TableCopy> All()
    {
        // From the model, so that no table of a later migration is forgotten.
        using var context = new PostgresContext.AtDesignTime().CreateDbContext([]);
        return
        [
            .. context.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(LogHeadRow)).OrderBy(entity => entity.GetForeignKeys().Any())
                .Select(entity =>
                {
                    var properties = entity.GetProperties().ToList();
                    return new TableCopy(
                        entity.GetTableName()!,
                        [.. properties.Select(property => (property.GetColumnName(), Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType))],
                        [.. entity.FindPrimaryKey()!.Properties.Select(property => properties.IndexOf((Microsoft.EntityFrameworkCore.Metadata.IProperty)property))]);
                }),
        ];
    }

    public Task<long> CountAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.ScalarAsync<long>($"SELECT COUNT(*) FROM {Name} WHERE {Filter}", cancellation);

    /// <summary>The last row of the table, or null while it is empty.</summary>
    public Task<object?[]?> LastAsync(DbConnection connection, CancellationToken cancellation) => connection.FirstAsync(
        $"SELECT {ColumnList} FROM {Name} WHERE {Filter} ORDER BY {string.Join(", ", keys.Select(at => $"{Columns[at].Name} DESC"))} LIMIT 1", Read, cancellation)!;

    /// <summary>The rows after a given one, as many at a time as the memory is meant for.</summary>
    /// <param name="after">A row of this table, or null to begin.</param>
    public async IAsyncEnumerable<List<object?[]>> BatchesAsync(DbConnection connection, object?[]? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var take = FirstRows;
        while (await AfterAsync(connection, after, take, cancellation) is { Count: > 0 } rows)
        {
            yield return rows;
            after = rows[^1];
            take = (int)Math.Clamp(rows.Count * BatchBytes / Math.Max(1, Bytes(rows)), 1, MaxRows);
        }
    }

    private Task<List<object?[]>> AfterAsync(DbConnection connection, object?[]? after, int take, CancellationToken cancellation) => connection.QueryAsync(
        $"SELECT {ColumnList} FROM {Name} WHERE {Filter}{(after is null ? "" : $" AND ({Key}) > ({string.Join(", ", keys.Select(at => $"@k{at}"))})")} ORDER BY {Key} LIMIT @take",
        Read, cancellation, [.. after is null ? [] : keys.Select(at => ($"@k{at}", after[at])), ("@take", take)]);

    private static long Bytes(List<object?[]> rows) => rows.Sum(row => row.Sum(value => value switch
    {
        string text => (long)text.Length,
        byte[] blob => blob.Length,
        _ => sizeof(long),
    }));

    /// <summary>Adds rows to a digest: the same rows in both engines give the same digest.</summary>
    public static void Digest(IncrementalHash digest, List<object?[]> rows)
    {
        foreach (var value in rows.SelectMany(row => row))
        {
            byte[] bytes = value switch
            {
                null => [],
                long number => BitConverter.GetBytes(number),
                int number => BitConverter.GetBytes((long)number),
                bool flag => [flag ? (byte)1 : (byte)0],
                double number => BitConverter.GetBytes(number),
                string text => Encoding.UTF8.GetBytes(text),
                byte[] blob => blob,
                _ => throw new NotSupportedException($"A column of {value.GetType().Name} cannot be moved yet."),
            };
            digest.AppendData(BitConverter.GetBytes(value is null ? -1 : bytes.Length));
            digest.AppendData(bytes);
        }
    }

    private string ColumnList => string.Join(", ", Columns.Select(column => column.Name));

    private object?[] Read(DbDataReader row)
    {
        var values = new object?[Columns.Count];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = row.IsDBNull(at) ? null : Columns[at].Type switch
            {
                var type when type == typeof(long) => row.GetInt64(at),
                var type when type == typeof(int) => row.GetInt32(at),
                var type when type == typeof(bool) => row.GetBoolean(at),
                var type when type == typeof(double) => row.GetDouble(at),
                var type when type == typeof(string) => row.GetString(at),
                var type when type == typeof(byte[]) => row.GetFieldValue<byte[]>(at),
                var type => throw new NotSupportedException($"A column of {type.Name} cannot be moved yet."),
            };
        }

        return values;
    }
}
