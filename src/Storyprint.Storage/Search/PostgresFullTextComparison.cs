using System.Data.Common;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Search;

/// <summary>Comparison by the server, which compares its vectors.</summary>
internal sealed class PostgresFullTextComparison(DbConnection connection, PostgresFullText fullText) : FullTextComparison
{
    internal override async Task<IReadOnlyList<long>> DifferingAsync(IReadOnlyList<(long Key, SearchRow Row)> expected, CancellationToken cancellation)
    {
        var differing = new List<long>();
        foreach (var (key, row) in expected)
        {
            var same = await connection.ScalarAsync<bool>(
                "SELECT words = @words::tsvector AND overlong IS NOT DISTINCT FROM @overlong::text FROM search WHERE sort_key = @sort_key", cancellation, fullText.Row(key, row));
            if (!same)
            {
                differing.Add(key);
            }
        }

        return differing;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
