using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Search;

/// <summary>Search over listed stories, by their words in folded form and by what else a reader narrows it to. Whatever is asked for, its cost is bounded.</summary>
public sealed class SearchIndex(Database database)
{
    // So few stories of a small section, a rare byline or a small edition are read through, instead of every story that holds the words.
    private const int FewStories = 100;

    // An author's stories looked at for those of a section.
    private const int MaxOfAuthor = 10_000;

    // So many of the newest matches are enough to rank among, where finding more would be dear.
    private const int EnoughToRank = 100;

    /// <summary>Matching stories: newest first, or the best first of the newest <see cref="SearchRanking.MaxRanked"/>.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more; what ran in the database was stopped.</exception>
    public async Task<SearchResult> FindAsync(SearchQuery query, int skip, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var few = await FewAsync(connection, query, cancellation);
        if (few is { Count: 0 })
        {
            return new SearchResult([]);
        }

        if (!query.HasWords)
        {
            return await FilteredAsync(connection, query, skip, take, cancellation);
        }

        query = query with { Among = few };
        var (most, enough) = query.ByRelevance ? (SearchRanking.MaxRanked, Math.Max(EnoughToRank, skip + take)) : (skip + take, skip + take);
        var found = await database.FullText.NewestAsync(connection, query, most, enough, cancellation);
        if (!query.ByRelevance)
        {
            return new SearchResult(await SummariesAsync(connection, query.Edition, [.. found.Keys.Skip(skip).Take(take)], cancellation), found.ReachedAt);
        }

        var best = SearchRanking.BestFirst(await SummariesAsync(connection, query.Edition, found.Keys, cancellation), query);
        return new SearchResult([.. best.Skip(skip).Take(take)], found.ReachedAt);
    }

    // The sort keys of all stories that the filters leave, where they are few; null where they are not.
    private async Task<IReadOnlyList<long>?> FewAsync(DbConnection connection, SearchQuery query, CancellationToken cancellation)
    {
        var filter = new SearchFilter(query with { Author = null });
        var keys = await connection.QueryAsync(
            query.Author is { } author
                ? $"SELECT b.sort_key FROM story_byline b WHERE b.edition = @edition AND b.slug = @author ORDER BY b.sort_key DESC LIMIT {FewStories + 1}"
                : $"SELECT s.sort_key FROM story s WHERE {filter.Sql} ORDER BY s.sort_key DESC LIMIT {FewStories + 1}",
            row => row.GetInt64(0), cancellation, query.Author is { } slug ? [("@edition", query.Edition), ("@author", slug)] : filter.With());
        return keys.Count <= FewStories ? keys : null;
    }

    private async Task<SearchResult> FilteredAsync(DbConnection connection, SearchQuery query, int skip, int take, CancellationToken cancellation)
    {
        var filter = new SearchFilter(query with { Author = null });
        if (query.Author is not { } author)
        {
            return new SearchResult(await connection.QueryAsync(
                $"SELECT {StorySummary.Columns} FROM story s WHERE {filter.Sql} ORDER BY s.sort_key DESC LIMIT @take OFFSET @skip",
                StorySummary.Read, cancellation, filter.With(("@skip", skip), ("@take", take))));
        }

        var span = filter.SpanOf("b.sort_key");
        var stories = await connection.QueryAsync(
            $"""
            SELECT {StorySummary.Columns} FROM (
                SELECT b.sort_key, b.story_id FROM story_byline b WHERE b.edition = @edition AND b.slug = @author{span} ORDER BY b.sort_key DESC LIMIT {MaxOfAuthor}) b
            CROSS JOIN story s WHERE s.id = b.story_id AND {filter.Sql} ORDER BY b.sort_key DESC LIMIT @take OFFSET @skip
            """,
            StorySummary.Read, cancellation, filter.With(("@author", author), ("@skip", skip), ("@take", take)));
        if (stories.Count == take)
        {
            return new SearchResult(stories);
        }

        var reached = await connection.ScalarAsync<object>(
            $"SELECT b.sort_key FROM story_byline b WHERE b.edition = @edition AND b.slug = @author{span} ORDER BY b.sort_key DESC LIMIT 1 OFFSET {MaxOfAuthor - 1}",
            cancellation, [("@edition", query.Edition), ("@author", author), .. filter.SpanParameters]);
        return new SearchResult(stories, reached is long key ? SortKey.TimeOf(key) : null);
    }

    private async Task<List<StorySummary>> SummariesAsync(DbConnection connection, string edition, IReadOnlyCollection<long> keys, CancellationToken cancellation) => keys.Count == 0 ? [] :
        await connection.QueryAsync(
            $"SELECT {StorySummary.Columns} FROM story s WHERE s.sort_key {database.FullText.KeyIn} AND s.is_listed AND s.edition = @edition ORDER BY s.sort_key DESC",
            StorySummary.Read, cancellation, ("@keys", database.FullText.Keys(keys)), ("@edition", edition));
}
