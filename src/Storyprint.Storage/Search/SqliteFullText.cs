using System.Data.Common;
using System.Text.Json;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Search;

/// <summary>
/// SQLite's FTS5, whose row numbers are the sort keys: newest first needs no sorting. It cannot be stopped between two matches, and two common words that
/// never stand together are a walk through all stories; so stories are searched by the thousand, the newest first, until the budget is spent. A window is read
/// upwards where there are phrases: FTS5 reads downwards from the oldest story that holds the words, but jumps to where reading upwards begins.
/// </summary>
internal sealed class SqliteFullText : FullText
{
    private const int FirstWindow = 1_000;

    private const string Matches = "SELECT s.sort_key FROM search CROSS JOIN story s ON s.sort_key = search.rowid WHERE search MATCH @words";

    // What the next window is meant to take, and how much larger than the last it may be: words are not as common at all times.
    private static readonly TimeSpan WindowTime = TimeSpan.FromMilliseconds(4);
    private const double MaxGrowth = 8;

    // Rare words: all that is left is looked at as quickly as another window is counted off.
    private const int SmallestSample = 8_000;
    private const double MicrosecondsOfRare = 200;

    /// <summary>What a search may cost.</summary>
    internal TimeSpan Budget { get; init; } = SearchBudget.Usual;

    internal override string Insert => "INSERT INTO search (rowid, headline, standfirst, body, byline, splits) VALUES (@sort_key, @headline, @standfirst, @body, @byline, @splits)";

    internal override string Key => "rowid";

    internal override string Delete => "DELETE FROM search WHERE rowid = @sort_key";

    internal override (string Name, object? Value)[] Row(long key, SearchRow row) =>
    [
        ("@sort_key", key), ("@headline", row.Headline), ("@standfirst", row.Standfirst), ("@body", row.Body), ("@byline", row.Byline), ("@splits", row.Splits),
    ];

    internal override string KeyIn => "IN (SELECT value FROM json_each(@keys))";

    internal override object Keys(IReadOnlyCollection<long> keys) => JsonSerializer.Serialize(keys);

    internal override async Task<NewestMatches> NewestAsync(DbConnection connection, SearchQuery query, int take, int enough, CancellationToken cancellation)
    {
        var filter = new SearchFilter(query, "search.rowid");
        if (query.Among is { } among)
        {
            return new NewestMatches(await connection.QueryAsync(
                $"{Matches} AND search.rowid {KeyIn} AND {filter.Sql} ORDER BY search.rowid DESC LIMIT @take",
                row => row.GetInt64(0), cancellation, filter.With(("@words", Match(query)), ("@keys", Keys(among)), ("@take", take))), null);
        }

        var hasPhrases = query.Phrases.Any(phrase => phrase.Count > 1);
        var order = hasPhrases ? "" : "ORDER BY search.rowid DESC LIMIT @take";
        var budget = new SearchBudget(Budget);
        var (keys, upper, lower) = (new List<long>(), filter.Until ?? long.MaxValue, filter.From ?? long.MinValue);
        for (long? size = FirstWindow; ;)
        {
            var bottom = size is null ? lower : await KeyAtAsync(connection, upper, lower, size.Value, cancellation) ?? lower;
            var before = budget.Spent;
            var found = await connection.QueryAsync(
                $"{Matches} AND search.rowid < @upper AND search.rowid >= @lower AND {filter.Sql} {order}",
                row => row.GetInt64(0), cancellation, filter.With(("@words", Match(query)), ("@upper", upper), ("@lower", bottom), ("@take", take - keys.Count)));
            keys.AddRange(found.OrderDescending().Take(take - keys.Count));
            if (keys.Count >= take || bottom == lower)
            {
                return new NewestMatches(keys, null);
            }

            if (budget.IsSpent)
            {
                return new NewestMatches(keys, bottom);
            }

            (upper, size) = (bottom, Next(size!.Value, budget.Spent - before, mayBeAll: !hasPhrases));
        }
    }

    internal override async Task<FullTextComparison> CompareAsync(DbConnection connection, CancellationToken cancellation) =>
        await SqliteFullTextComparison.BeginAsync(connection, this, cancellation);

    // Null for all that is left.
    private static long? Next(long size, TimeSpan took, bool mayBeAll)
    {
        if (mayBeAll && size >= SmallestSample && took.TotalMicroseconds < MicrosecondsOfRare)
        {
            return null;
        }

        return Math.Max(1, (long)(size * Math.Clamp(WindowTime / (took + TimeSpan.FromMicroseconds(1)), 0.25, MaxGrowth)));
    }

    // The sort key that many stories further back, whatever their edition and state: the index of words holds all of them.
    private static async Task<long?> KeyAtAsync(DbConnection connection, long upper, long lower, long stories, CancellationToken cancellation) =>
        await connection.ScalarAsync<object>(
            "SELECT sort_key FROM story WHERE sort_key < @upper AND sort_key >= @lower ORDER BY sort_key DESC LIMIT 1 OFFSET @stories",
            cancellation, ("@upper", upper), ("@lower", lower), ("@stories", stories)) as long?;

    // Folded words hold letters and digits only, so nothing of FTS5's query language can come in; the quotes make that sure.
    private static string Match(SearchQuery query) =>
        string.Join(" AND ", query.Phrases.Select(phrase => $"\"{string.Join(' ', phrase).Replace("\"", "", StringComparison.Ordinal)}\""));
}
