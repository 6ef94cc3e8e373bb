using System.Data.Common;
using System.Text;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Search;

/// <summary>
/// Full-text search by PostgreSQL's tsvector and GIN over the folded words. GIN returns matches unordered, so for a word in every second story hundreds of
/// thousands would be sorted: the newest stories are scanned first, and only rarer words are looked up in the index.
/// </summary>
internal sealed class PostgresFullText : FullText
{
    private const int FirstWalk = 1_000;
    private const int LongWalk = 6_000;

    // The index has no positions, so a phrase is checked in every story with its words: a scan of this length is still faster.
    private const int PhraseWalk = 36_000;

    // Rank among this many of the newest matches, where the scan finds them anyway.
    private const int EnoughToRank = 100;

    // Fewer than on SQLite: each vector is read from out-of-line storage.
    private const int MaxRanked = 1_000;

    // ts_rank_cd weighs D, C, B, A: body and split words, byline and topics, standfirst, headline. The ratios are those of the other engine.
    private const string Rank = "ts_rank_cd('{0.125, 0.25, 0.5, 1}', f.words, @words::tsquery, 1)";

    internal override string Insert => "INSERT INTO search (sort_key, words, overlong) VALUES (@sort_key, @words::tsvector, @overlong)";

    internal override string Key => "sort_key";

    internal override string Delete => "DELETE FROM search WHERE sort_key = @sort_key";

    internal override (string Name, object? Value)[] Row(long key, SearchRow row)
    {
        var (places, body) = (new WordPositions(), row.Body.ToString());
        places.Add(row.Headline, 'A');
        places.Add(row.Standfirst, 'B');
        places.Add(row.Byline, 'C');
        places.Add(body, 'D');
        places.Add(row.Splits, 'D');
        return
        [
            ("@sort_key", key), ("@words", places.ToString()),
            ("@overlong", places.IsCut ? $" {row.Headline} \n {row.Standfirst} \n {row.Byline} \n {body} \n {row.Splits} " : null),
        ];
    }

    internal override Task<FullTextComparison> CompareAsync(DbConnection connection, CancellationToken cancellation) =>
        Task.FromResult<FullTextComparison>(new PostgresFullTextComparison(connection, this));

    internal override async Task<List<StorySummary>> FindAsync(DbConnection connection, SearchQuery query, int skip, int take, CancellationToken cancellation)
    {
        // Planned for these very words, common or rare, and not once for all.
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("SET LOCAL plan_cache_mode = force_custom_plan", cancellation);
        var found = await FindPlannedAsync(connection, query, skip, take, cancellation);
        await transaction.CommitAsync(cancellation);
        return found;
    }

    private static async Task<List<StorySummary>> FindPlannedAsync(DbConnection connection, SearchQuery query, int skip, int take, CancellationToken cancellation)
    {
        var keys = query.ByRelevance
            ? await BestAsync(connection, query, skip, take, cancellation)
            : [.. (await NewestAsync(connection, query, skip + take, skip + take, cancellation)).Skip(skip)];
        if (keys.Length == 0)
        {
            return [];
        }

        var cards = await connection.QueryAsync(
            $"SELECT {StorySummary.Columns} FROM story s WHERE s.sort_key = ANY(@keys) AND s.is_listed AND s.edition = @edition", StorySummary.Read, cancellation,
            ("@keys", keys), ("@edition", query.Edition));
        var places = keys.Index().ToDictionary(key => key.Item, key => key.Index);
        return [.. cards.OrderBy(card => places[card.SortKey])];
    }

    private static async Task<long[]> BestAsync(DbConnection connection, SearchQuery query, int skip, int take, CancellationToken cancellation)
    {
        var enough = HasPhrase(query) ? skip + take : Math.Max(EnoughToRank, skip + take);
        var keys = await NewestAsync(connection, query, MaxRanked, enough, cancellation);
        return keys.Count == 0 ? [] :
        [
            .. await connection.QueryAsync(
                $"SELECT f.sort_key FROM search f WHERE f.sort_key = ANY(@keys) ORDER BY {Rank} DESC, f.sort_key DESC LIMIT @take OFFSET @skip",
                row => row.GetInt64(0), cancellation, ("@keys", keys.ToArray()), ("@words", Tsquery(query, " <-> ")), ("@skip", skip), ("@take", take)),
        ];
    }

    // The sort keys of the newest matches.
    private static async Task<List<long>> NewestAsync(DbConnection connection, SearchQuery query, int take, int enough, CancellationToken cancellation)
    {
        var found = await WalkAsync(connection, query, take, FirstWalk, cancellation);
        if (found.Count < take && (MayHold(LongWalk, FirstWalk) || (HasPhrase(query) && found.Count > 0)))
        {
            found = await WalkAsync(connection, query, take, LongWalk, cancellation);
            if (found.Count < enough && HasPhrase(query) && MayHold(PhraseWalk, LongWalk))
            {
                found = await WalkAsync(connection, query, enough, PhraseWalk, cancellation);
            }
        }

        return found.Count < enough ? await AskIndexAsync(connection, query, take, cancellation) : found;

        bool MayHold(int next, int walked) => (long)found.Count * next / walked >= enough;
    }

    // Scans from the newest story on and stops at the last one wanted (OFFSET keeps the planner from reordering).
    private static Task<List<long>> WalkAsync(DbConnection connection, SearchQuery query, int take, int stories, CancellationToken cancellation)
    {
        var (filter, words) = (new SearchFilter(query), new Words(query));
        return connection.QueryAsync(
            $"""
            SELECT n.sort_key FROM (SELECT s.sort_key FROM story s WHERE {filter.Sql} ORDER BY s.sort_key DESC LIMIT {stories}) n
            CROSS JOIN LATERAL (SELECT 1 FROM search f WHERE f.sort_key = n.sort_key AND {words.Sql} OFFSET 0) f ORDER BY n.sort_key DESC LIMIT @take
            """,
            row => row.GetInt64(0), cancellation, filter.With([("@take", take), .. words.Parameters]));
    }

    // Materialised, so that the planner uses the index whatever the limit.
    private static Task<List<long>> AskIndexAsync(DbConnection connection, SearchQuery query, int take, CancellationToken cancellation)
    {
        var (filter, words) = (new SearchFilter(query), new Words(query));
        return connection.QueryAsync(
            $"""
            WITH found AS MATERIALIZED (SELECT f.sort_key FROM search f WHERE {words.Sql})
            SELECT s.sort_key FROM (SELECT sort_key FROM found ORDER BY sort_key DESC) n JOIN story s ON s.sort_key = n.sort_key
            WHERE {filter.Sql} ORDER BY s.sort_key DESC LIMIT @take
            """,
            row => row.GetInt64(0), cancellation, filter.With([("@take", take), .. words.Parameters]));
    }

    private static bool HasPhrase(SearchQuery query) => query.Phrases.Any(phrase => phrase.Count > 1);

    private static string Tsquery(SearchQuery query, string between) =>
        string.Join(" & ", query.Phrases.Select(phrase => $"({string.Join(between, phrase.Select(Quoted))})"));

    private static string Quoted(string word) =>
        $"'{WordPositions.Counted(word).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The words of a query as a condition on <c>search f</c>.</summary>
    private sealed class Words
    {
        public Words(SearchQuery query)
        {
            var sql = new StringBuilder("f.words @@ @words::tsquery");
            List<(string, object?)> parameters = [("@words", Tsquery(query, " & "))];

            // A story whose positions were cut is searched for the phrase itself.
            foreach (var (at, phrase) in query.Phrases.Where(phrase => phrase.Count > 1).Index())
            {
                sql.Append(System.Globalization.CultureInfo.InvariantCulture, $" AND (f.words @@ @phrase{at}::tsquery OR strpos(f.overlong, @text{at}) > 0)");
                parameters.Add(($"@phrase{at}", string.Join(" <-> ", phrase.Select(Quoted))));
                parameters.Add(($"@text{at}", $" {string.Join(' ', phrase)} "));
            }

            (Sql, Parameters) = (sql.ToString(), [.. parameters]);
        }

        public string Sql { get; }

        public (string Name, object? Value)[] Parameters { get; }
    }
}
