using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Search;

/// <summary>Search over listed stories, by their words in folded form and by what else a reader narrows it to.</summary>
public sealed class SearchIndex(Database database)
{
    /// <summary>Matching stories: newest first, or the best first of the newest few thousand that match.</summary>
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
