using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Search;

/// <summary>Searches listed stories by folded words and filters.</summary>
public sealed class SearchIndex(Database database)
{
    /// <summary>Matching stories: newest first, or best first among the newest few thousand matches.</summary>
    public async Task<List<StorySummary>> FindAsync(SearchQuery query, int skip, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (query.HasWords)
        {
            return await database.FullText.FindAsync(connection, query, skip, take, cancellation);
        }

        var filter = new SearchFilter(query);
        return await connection.QueryAsync(
            $"SELECT {StorySummary.Columns} FROM story s WHERE {filter.Sql} ORDER BY s.sort_key DESC LIMIT @take OFFSET @skip",
            StorySummary.Read, cancellation, filter.With(("@skip", skip), ("@take", take)));
    }
}
