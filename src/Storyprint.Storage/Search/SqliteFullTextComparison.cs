using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Search;

/// <summary>
/// The index keeps no text, so words and positions are compared: those of the index with those of a small temporary index of the expected rows, made by the
/// same tokenizer.
/// </summary>
internal sealed class SqliteFullTextComparison : FullTextComparison
{
    private readonly DbConnection connection;
    private readonly string insert;
    private Dictionary<long, ulong> stored = [];

    private SqliteFullTextComparison(DbConnection connection, FullText fullText) =>
        (this.connection, insert) = (connection, fullText.Insert.Replace("INTO search ", "INTO temp.expected_search ", StringComparison.Ordinal));

    public static async Task<SqliteFullTextComparison> BeginAsync(DbConnection connection, FullText fullText, CancellationToken cancellation)
    {
        var made = new SqliteFullTextComparison(connection, fullText);
        await made.DropAsync(cancellation);
        var declared = (await connection.ScalarAsync<string>("SELECT sql FROM main.sqlite_master WHERE name = 'search'", cancellation))!;
        await connection.ExecuteAsync(declared.Replace("TABLE search ", "TABLE temp.expected_search ", StringComparison.Ordinal), cancellation);
        await connection.ExecuteAsync("CREATE VIRTUAL TABLE temp.expected_words USING fts5vocab('temp', 'expected_search', 'instance')", cancellation);
        await connection.ExecuteAsync("CREATE VIRTUAL TABLE temp.search_words USING fts5vocab('main', 'search', 'instance')", cancellation);
        made.stored = await made.ReadAsync("search_words", cancellation);
        return made;
    }

    internal override async Task<IReadOnlyList<long>> DifferingAsync(IReadOnlyList<(long Key, SearchRow Row)> expected, CancellationToken cancellation)
    {
        await connection.ExecuteAsync("DELETE FROM temp.expected_search", cancellation);
        foreach (var (key, row) in expected)
        {
            await connection.ExecuteAsync(insert, cancellation,
                ("@sort_key", key), ("@headline", row.Headline), ("@standfirst", row.Standfirst), ("@body", row.Body), ("@byline", row.Byline), ("@splits", row.Splits));
        }

        var wanted = await ReadAsync("expected_words", cancellation);
        return [.. expected.Select(each => each.Key).Where(key => stored.GetValueOrDefault(key) != wanted.GetValueOrDefault(key))];
    }

    public override async ValueTask DisposeAsync() => await DropAsync(CancellationToken.None);

    // An order-independent sum over all words of a story: 8 bytes a story, however long.
    private async Task<Dictionary<long, ulong>> ReadAsync(string words, CancellationToken cancellation)
    {
        var sums = new Dictionary<long, ulong>();
        var hash = new byte[SHA256.HashSizeInBytes];
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT doc, term, col, offset FROM temp.{words}";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(1)}\n{reader.GetString(2)}\n{reader.GetInt64(3)}")), hash);
            CollectionsMarshal.GetValueRefOrAddDefault(sums, reader.GetInt64(0), out _) += BitConverter.ToUInt64(hash);
        }

        return sums;
    }

    private async Task DropAsync(CancellationToken cancellation)
    {
        foreach (var table in (string[])["search_words", "expected_words", "expected_search"])
        {
            await connection.ExecuteAsync($"DROP TABLE IF EXISTS temp.{table}", cancellation);
        }
    }
}
