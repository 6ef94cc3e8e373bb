using System.Data.Common;
using System.Globalization;
using System.Text;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Search;

/// <summary>
/// PostgreSQL's tsvector and GIN over the folded words. GIN gives all matches in no order and knows no places, so a word of every second story would be
/// sorted by the hundred thousand, and two words that seldom stand side by side read story by story: the newest stories are walked first. How many
/// of them hold the words says what the index would cost, and it is asked where that is little.
/// </summary>
internal sealed class PostgresFullText : FullText
{
    // Stories. To look one up in the walk costs some twelve microseconds of a processor, and twice as much where phrases are looked for.
    private const int FirstWalk = 500;
    private const int LongWalk = 2_400;
    private const int LongWalkForPhrases = 1_200;

    // Of so small a part of all stories the index gives a few thousand of a million, to be read and sorted.
    private const double RareShare = 0.004;

    // Milliseconds. Nothing should come near it; where it does, on a disk that is slow, what the walk found is the answer.
    private const int IndexTimeout = 200;

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

    internal override string KeyIn => "= ANY(@keys)";

    internal override object Keys(IReadOnlyCollection<long> keys) => keys.ToArray();

    internal override async Task<NewestMatches> NewestAsync(DbConnection connection, SearchQuery query, int take, int enough, CancellationToken cancellation)
    {
        // Planned for these very words, common or rare, and not once for all.
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("SET LOCAL plan_cache_mode = force_custom_plan", cancellation);
        var found = await FindAsync(connection, query, take, enough, cancellation);
        await transaction.CommitAsync(cancellation);
        return found;
    }

    private static async Task<NewestMatches> FindAsync(DbConnection connection, SearchQuery query, int take, int enough, CancellationToken cancellation)
    {
        var walk = await WalkAsync(connection, query, FirstWalk, cancellation);
        if (!IsDone(walk) && !walk.IsRare)
        {
            walk = await WalkAsync(connection, query, query.Phrases.Any(phrase => phrase.Count > 1) ? LongWalkForPhrases : LongWalk, cancellation);
        }

        return IsDone(walk) ? new NewestMatches([.. walk.Keys.Take(take)], null)
            : walk.IsRare ? await AskIndexAsync(connection, query, take, walk, cancellation)
            : new NewestMatches(walk.Keys, walk.ReachedKey);

        bool IsDone(Walk walked) => walked.Keys.Count >= enough || walked.ReachedKey is null;
    }

    // Story by story from the newest (OFFSET keeps the planner from another order).
    private static async Task<Walk> WalkAsync(DbConnection connection, SearchQuery query, int stories, CancellationToken cancellation)
    {
        var (filter, words) = (new SearchFilter(query), new Words(query));
        var among = query.Among is null ? "" : " AND s.sort_key = ANY(@keys)";
        var rows = await connection.QueryAsync(
            $"""
            SELECT n.sort_key, f.is_match FROM (SELECT s.sort_key FROM story s WHERE {filter.Sql}{among} ORDER BY s.sort_key DESC LIMIT {stories}) n
            LEFT JOIN LATERAL (SELECT ({words.Phrases}) AS is_match FROM search f WHERE f.sort_key = n.sort_key AND {words.All} OFFSET 0) f ON TRUE ORDER BY n.sort_key DESC
            """,
            row => (Key: row.GetInt64(0), IsMatch: row.IsDBNull(1) ? (bool?)null : row.GetBoolean(1)),
            cancellation, filter.With([.. words.Parameters, .. query.Among is null ? [] : new (string, object?)[] { ("@keys", query.Among.ToArray()) }]));
        return new Walk(
            [.. rows.Where(row => row.IsMatch == true).Select(row => row.Key)], rows.Count(row => row.IsMatch is not null) <= stories * RareShare,
            rows.Count < stories ? null : rows[^1].Key);
    }

    // Materialised, so that the planner takes the index whatever it thinks of the limit.
    private static async Task<NewestMatches> AskIndexAsync(DbConnection connection, SearchQuery query, int take, Walk walk, CancellationToken cancellation)
    {
        var (filter, words) = (new SearchFilter(query), new Words(query));
        await connection.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"SAVEPOINT index_asked; SET LOCAL statement_timeout = {IndexTimeout}"), cancellation);
        try
        {
            return new NewestMatches(
                await connection.QueryAsync(
                    $"""
                    WITH found AS MATERIALIZED (SELECT f.sort_key FROM search f WHERE {words.All} AND {words.Phrases})
                    SELECT s.sort_key FROM (SELECT sort_key FROM found ORDER BY sort_key DESC) n JOIN story s ON s.sort_key = n.sort_key
                    WHERE {filter.Sql} ORDER BY s.sort_key DESC LIMIT @take
                    """,
                    row => row.GetInt64(0), cancellation, filter.With([("@take", take), .. words.Parameters])),
                null);
        }
        catch (DbException fault) when (fault.SqlState == QueryCanceled && !cancellation.IsCancellationRequested)
        {
            await connection.ExecuteAsync("ROLLBACK TO SAVEPOINT index_asked", cancellation);
            return new NewestMatches([.. walk.Keys.Take(take)], walk.ReachedKey);
        }
    }

    private const string QueryCanceled = "57014";

    private static string Quoted(string word) =>
        $"'{WordPositions.Counted(word).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <param name="Keys">The matches.</param>
    /// <param name="IsRare">Whether so few of the stories hold all words, phrases or not, that the index is quicker.</param>
    /// <param name="ReachedKey">The oldest story looked at; null where all were.</param>
    private sealed record Walk(List<long> Keys, bool IsRare, long? ReachedKey);

    /// <summary>The words of a query as conditions on <c>search f</c>.</summary>
    private sealed class Words
    {
        public Words(SearchQuery query)
        {
            var sql = new StringBuilder("TRUE");
            List<(string, object?)> parameters = [("@words", string.Join(" & ", query.Words.Select(Quoted)))];

            // A story whose positions were cut is searched for the phrase itself.
            foreach (var (at, phrase) in query.Phrases.Where(phrase => phrase.Count > 1).Index())
            {
                sql.Append(CultureInfo.InvariantCulture, $" AND (f.words @@ @phrase{at}::tsquery OR COALESCE(strpos(f.overlong, @text{at}) > 0, FALSE))");
                parameters.Add(($"@phrase{at}", string.Join(" <-> ", phrase.Select(Quoted))));
                parameters.Add(($"@text{at}", $" {string.Join(' ', phrase)} "));
            }

            (Phrases, Parameters) = (sql.ToString(), [.. parameters]);
        }

        /// <summary>All words, in any place.</summary>
        public string All => "f.words @@ @words::tsquery";

        /// <summary>The words of each phrase side by side.</summary>
        public string Phrases { get; }

        public (string Name, object? Value)[] Parameters { get; }
    }
}
