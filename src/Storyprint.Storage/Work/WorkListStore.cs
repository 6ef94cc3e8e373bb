using System.Data.Common;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Work;

/// <summary>The stories of the newsroom, by how they stand and whose they are: drafts by their last change, published ones by their publication, the newest first.</summary>
public sealed class WorkListStore(Database database, TimeProvider clock)
{
    private const string Columns =
        """
        s.code, s.headline, s.edition, s.section, s.status, d.story_id IS NOT NULL, t.desk, h.display_name, s.bylines, d.scheduled_for, COALESCE(d.changed_at, s.published_at), w.submitted_at IS NOT NULL, s.id
        """;

    private const string Beside = "LEFT JOIN story_desk t ON t.story_id = s.id LEFT JOIN story_work w ON w.story_id = s.id LEFT JOIN person h ON h.id = w.holder";

    // A cross join is begun at its left: the drafts, and not all that was ever published.
    private const string OfDrafts = $"FROM draft d CROSS JOIN story s {Beside} WHERE s.id = d.story_id AND s.is_static_page = FALSE";

    private const string OfPublished = $"FROM story s LEFT JOIN draft d ON d.story_id = s.id {Beside} WHERE s.is_static_page = FALSE";

    /// <param name="take">The most stories.</param>
    public async Task<IReadOnlyList<WorkEntry>> FindAsync(WorkFilter filter, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (await FindCodeAsync(connection, filter, cancellation) is { } single)
        {
            return await WithWritersAsync(connection, single, cancellation);
        }

        var entries = filter.Selection is WorkSelection.Published or WorkSelection.Retracted or WorkSelection.Withdrawn
            ? await PublishedAsync(connection, filter, take, cancellation)
            : await DraftsAsync(connection, filter, take, cancellation);
        return await WithWritersAsync(connection, entries, cancellation);
    }

    /// <summary>The translations of a story, published or in work.</summary>
    public async Task<IReadOnlyList<WorkEntry>> TranslationsAsync(StoryCode code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT {Columns} {OfPublished} AND s.code <> @code AND s.status <> {SqlNumbers.Withdrawn} AND s.translation_key = (SELECT o.translation_key FROM story o WHERE o.code = @code) ORDER BY s.edition, s.id", Read, cancellation,
            ("@code", code.Digits));
    }

    /// <summary>How many stories of the newsroom's work stand in each state.</summary>
    public async Task<IReadOnlyDictionary<WorkSelection, int>> CountAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var counts = await connection.QueryAsync(
            "SELECT s.status, COUNT(*) FROM draft d CROSS JOIN story s WHERE s.id = d.story_id AND s.is_static_page = FALSE GROUP BY s.status", row => (Status: (StoryStatus)row.GetInt32(0), Count: (int)row.GetInt64(1)), cancellation);
        return counts.Where(each => each.Status is not (StoryStatus.Retracted or StoryStatus.Withdrawn)).GroupBy(each => each.Status switch
        {
            StoryStatus.Draft => WorkSelection.Draft,
            StoryStatus.InReview => WorkSelection.InReview,
            StoryStatus.Approved => WorkSelection.Approved,
            StoryStatus.Scheduled => WorkSelection.Scheduled,
            _ => WorkSelection.Changed,
        }).ToDictionary(group => group.Key, group => group.Sum(each => each.Count));
    }

    /// <summary>What is another after a story came into the newsroom's work, left it, or was changed: a list asks it before it draws itself anew.</summary>
    public async Task<string> MarkAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync(
            """
            SELECT (SELECT COALESCE(MAX(number), 0) FROM audit_entry), (SELECT COALESCE(MAX(changed_at), 0) FROM draft), (SELECT COUNT(*) FROM draft),
                   (SELECT COALESCE(MAX(seen_at), 0) / 10000 FROM draft_presence), (SELECT COUNT(*) FROM draft_presence WHERE seen_at >= @since)
            """,
            row => string.Join('-', Enumerable.Range(0, row.FieldCount).Select(index => Convert.ToInt64(row.GetValue(index), System.Globalization.CultureInfo.InvariantCulture))), cancellation,
            ("@since", Since)) ?? string.Empty;
    }

    private long Since => (clock.GetUtcNow() - DraftPresenceStore.Away).ToUnixTimeMilliseconds();

    private static async Task<IReadOnlyList<WorkEntry>?> FindCodeAsync(DbConnection connection, WorkFilter filter, CancellationToken cancellation)
    {
        if (filter.After is not null || !StoryCode.TryFromDigits(filter.Words, out var code))
        {
            return null;
        }

        var found = await connection.QueryAsync($"SELECT {Columns} {OfPublished} AND s.code = @code", Read, cancellation, ("@code", code.Digits));
        return found.Count > 0 ? found : null;
    }

    private static async Task<IReadOnlyList<WorkEntry>> DraftsAsync(DbConnection connection, WorkFilter filter, int take, CancellationToken cancellation)
    {
        var byHour = filter.Selection == WorkSelection.Scheduled || filter.DueBefore is not null;
        var order = byHour ? "d.scheduled_for, d.story_id" : "d.changed_at DESC, d.story_id DESC";
        var where = await WhereOfDraftsAsync(connection, filter, byHour, cancellation);
        where.AddWords();
        var listed = await connection.QueryAsync($"SELECT {Columns} {OfDrafts}{where.Sql} ORDER BY {order} LIMIT @take", Read, cancellation, where.With(("@take", take)));
        if (DraftTextSearch.WordsOf(filter.Words) is not { Count: > 0 } words)
        {
            return listed;
        }

        var inText = await WhereOfDraftsAsync(connection, filter, byHour, cancellation);
        inText.AddWordsOfText(words);
        var candidates = await connection.QueryAsync(
            $"SELECT {Columns}, d.content {OfDrafts}{inText.Sql} ORDER BY {order} LIMIT {DraftTextSearch.MostRead}", row => (Entry: Read(row), Content: row.GetString(row.FieldCount - 1)), cancellation, inText.With());
        var both = listed.UnionBy(candidates.Where(each => DraftTextSearch.Holds(each.Content, words)).Take(take).Select(each => each.Entry), entry => entry.Code);
        return [.. (byHour ? both.OrderBy(entry => entry.DueAt) : both.OrderByDescending(entry => entry.ChangedAt)).Take(take)];
    }

    private static async Task<WorkConditions> WhereOfDraftsAsync(DbConnection connection, WorkFilter filter, bool byHour, CancellationToken cancellation)
    {
        var where = new WorkConditions(filter);
        where.Add(filter.Selection switch
        {
            WorkSelection.Draft => $"s.status = {(int)StoryStatus.Draft}",
            WorkSelection.InReview => $"(s.status = {(int)StoryStatus.InReview} OR (s.status = {(int)StoryStatus.Published} AND w.submitted_at IS NOT NULL))",
            WorkSelection.Approved => $"s.status = {(int)StoryStatus.Approved}",
            WorkSelection.Scheduled => $"s.status = {(int)StoryStatus.Scheduled}",
            WorkSelection.Changed => $"s.status = {(int)StoryStatus.Published}",
            _ => $"s.status IN ({SqlNumbers.Unpublished}, {(int)StoryStatus.Published})",
        });
        if (filter.After is { } after && await connection.FirstAsync(
            "SELECT d.scheduled_for, d.changed_at, d.story_id FROM draft d JOIN story s ON s.id = d.story_id WHERE s.code = @code",
            row => (Due: row.IsDBNull(0) ? long.MaxValue : row.GetInt64(0), Changed: row.GetInt64(1), Id: (long?)row.GetInt64(2)), cancellation, ("@code", after.Digits)) is { Id: { } id } last)
        {
            where.Add(byHour ? "(d.scheduled_for > @last OR (d.scheduled_for = @last AND d.story_id > @lastId))" : "(d.changed_at < @last OR (d.changed_at = @last AND d.story_id < @lastId))", ("@last", byHour ? last.Due : last.Changed), ("@lastId", id));
        }

        return where;
    }

    private async Task<IReadOnlyList<WorkEntry>> PublishedAsync(DbConnection connection, WorkFilter filter, int take, CancellationToken cancellation)
    {
        var where = new WorkConditions(filter);
        where.Add(filter.Selection switch
        {
            WorkSelection.Published => "s.is_listed",

            // In the words of the index.
            WorkSelection.Retracted => $"s.status >= {(int)StoryStatus.Retracted} AND s.status = {(int)StoryStatus.Retracted}",
            _ => $"s.status >= {(int)StoryStatus.Retracted} AND s.status = {(int)StoryStatus.Withdrawn}",
        });
        if (filter.Words.Length > 0 && filter.Selection == WorkSelection.Published && SearchQuery.ParsePhrases(filter.Words) is { Count: > 0 } phrases)
        {
            return await FoundAsync(connection, filter, phrases, take, cancellation);
        }

        if (filter.Selection != WorkSelection.Withdrawn)
        {
            where.AddWords();
        }

        if (filter.After is { } after && await connection.ScalarAsync<long?>("SELECT sort_key FROM story WHERE code = @code", cancellation, ("@code", after.Digits)) is { } key)
        {
            where.Add("s.sort_key < @last", ("@last", key));
        }

        return await connection.QueryAsync($"SELECT {Columns} {OfPublished}{where.Sql} ORDER BY s.sort_key DESC LIMIT @take", Read, cancellation, where.With(("@take", take)));
    }

    // By the readers' index, of one edition or of each.
    private async Task<IReadOnlyList<WorkEntry>> FoundAsync(DbConnection connection, WorkFilter filter, IReadOnlyList<IReadOnlyList<string>> phrases, int take, CancellationToken cancellation)
    {
        var editions = filter.Edition is { } edition ? [edition] : await connection.QueryAsync("SELECT DISTINCT edition FROM term", row => row.GetString(0), cancellation);
        var search = new SearchIndex(database);
        List<StorySummary> found = [];
        foreach (var each in editions)
        {
            found.AddRange((await search.FindAsync(new SearchQuery { Edition = each, Phrases = phrases, Sections = filter.Section is { } section ? [section] : [] }, 0, take, cancellation)).Stories);
        }

        var codes = found.OrderByDescending(story => story.SortKey).Take(take).Select((story, index) => ($"@c{index}", (object?)story.Code.Digits)).ToList();
        var where = new WorkConditions(filter);
        return codes.Count == 0 ? [] : await connection.QueryAsync(
            $"SELECT {Columns} {OfPublished}{where.Sql} AND s.code IN ({string.Join(", ", codes.Select(code => code.Item1))}) ORDER BY s.sort_key DESC", Read, cancellation, where.With([.. codes]));
    }

    private async Task<IReadOnlyList<WorkEntry>> WithWritersAsync(DbConnection connection, IReadOnlyList<WorkEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
        {
            return entries;
        }

        var writers = (await connection.QueryAsync(
            "SELECT DISTINCT s.code, p.name FROM draft_presence p CROSS JOIN story s WHERE s.id = p.story_id AND p.seen_at >= @since ORDER BY p.name", row => (Code: row.GetString(0), Name: row.GetString(1)), cancellation,
            ("@since", Since))).ToLookup(each => each.Code, each => each.Name);
        return [.. entries.Select(entry => entry with { Writers = [.. writers[entry.Code.Digits]] })];
    }

    private static WorkEntry Read(DbDataReader row) => new()
    {
        Code = StoryCode.FromDigits(row.GetString(0)),
        Headline = row.GetString(1),
        Edition = row.GetString(2),
        Section = row.GetString(3),
        State = StoryWorkReader.StateOf((StoryStatus)row.GetInt32(4), row.GetBoolean(5)),
        Desk = row.TextOrNull(6),
        Holder = row.TextOrNull(7),
        Bylines = row.GetString(8),
        DueAt = row.InstantOrNull(9),
        ChangedAt = row.InstantOrNull(10),
        IsSubmitted = row.GetBoolean(11),
    };
}
