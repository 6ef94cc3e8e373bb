using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;

namespace Storyprint.Storage.Changes;

/// <summary>
/// The log as a feed of changes: whatever readers may see changes only together with an entry in it or with <see cref="RewriteCounter"/>, whichever process writes it. A
/// cache only has to remember the log's size and that count.
/// </summary>
public sealed class ChangeFeed(Database database)
{
    /// <summary>More than a newsroom releases at once: an import, after which the whole cache is cleared.</summary>
    public const int MaxEntries = 200;

    public async Task<LogPosition> PositionAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await PositionAsync(connection, cancellation);
    }

    /// <summary>The stories released since this position.</summary>
    public async Task<ChangeSet> SinceAsync(LogPosition before, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var now = await PositionAsync(connection, cancellation);
        if (now == before)
        {
            return new ChangeSet(now, []);
        }

        if (now.Size <= before.Size || now.Rewrites != before.Rewrites || now.Size - before.Size > MaxEntries)
        {
            return new ChangeSet(now, null);
        }

        var (from, to) = (("@from", (object?)before.Size), ("@to", (object?)now.Size));
        var entries = await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM revision WHERE log_index >= @from AND log_index < @to", cancellation, from, to);
        if (entries < now.Size - before.Size)
        {
            // A changed key or a recovery changes what the log's own pages and the pages of seals say.
            return new ChangeSet(now, null);
        }

        var stories = await connection.QueryAsync(
            $"""
            SELECT s.id, s.code, s.slug, s.edition, s.section, s.sort_key, s.is_listed, s.translation_key, s.status IN ({SqlNumbers.Visible}),
                   EXISTS (SELECT 1 FROM story_note n WHERE n.story_id = s.id)
            FROM story s WHERE s.id IN (SELECT story_id FROM revision WHERE log_index >= @from AND log_index < @to)
            """,
            Read, cancellation, from, to);
        return new ChangeSet(now, [.. await WithTermsAsync(connection, stories, cancellation)]) { Linking = await LinkingAsync(connection, stories, cancellation) };
    }

    // These pages may still link to the withdrawn story by an address that holds its words.
    private static async Task<IReadOnlyList<StoryCode>> LinkingAsync(DbConnection connection, List<ChangedStory> stories, CancellationToken cancellation)
    {
        var found = new List<StoryCode>();
        foreach (var gone in stories.Where(story => !story.IsVisible))
        {
            found.AddRange(await StoryStore.LinkingToAsync(connection, gone.Code, cancellation));
        }

        return found;
    }

    // A cache that is cleared up to this position must not be filled with pages rendered before it.
    private async Task<LogPosition> PositionAsync(DbConnection connection, CancellationToken cancellation)
    {
        var position = await LogPosition.ReadAsync(connection, cancellation);
        database.ObserveLogSize(position.Size);
        return position;
    }

    private static async Task<List<ChangedStory>> WithTermsAsync(DbConnection connection, List<ChangedStory> stories, CancellationToken cancellation)
    {
        var found = new List<ChangedStory>(stories.Count);
        foreach (var story in stories)
        {
            found.Add(story with
            {
                Topics = await SlugsAsync("story_topic", story.Id),
                Bylines = await SlugsAsync("story_byline", story.Id),
            });
        }

        return found;

        Task<List<string>> SlugsAsync(string table, long id) => connection.QueryAsync(
            $"SELECT slug FROM {table} WHERE story_id = @id", row => row.GetString(0), cancellation, ("@id", id));
    }

    private static ChangedStory Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Code = StoryCode.FromDigits(row.GetString(1)),
        Slug = Slug.From(row.GetString(2)),
        Edition = row.GetString(3),
        Section = row.GetString(4),
        PublishedAt = SortKey.TimeOf(row.GetInt64(5)),
        IsListed = row.GetBoolean(6),
        TranslationKey = row.TextOrNull(7),
        IsVisible = row.GetBoolean(8),
        HasNotes = row.GetBoolean(9),
    };
}

/// <summary>The changes since a position of the log.</summary>
/// <param name="Stories">The changed stories in their present state; null where too much changed, or in a way that invalidates everything.</param>
public sealed record ChangeSet(LogPosition Position, IReadOnlyList<ChangedStory>? Stories)
{
    /// <summary>Stories that link to a changed story which readers may not see any more.</summary>
    public IReadOnlyList<StoryCode> Linking { get; init; } = [];
}

/// <summary>A story that was released, as it stands now.</summary>
public sealed record ChangedStory
{
    internal long Id { get; init; }

    public required StoryCode Code { get; init; }

    public required Slug Slug { get; init; }

    public required string Edition { get; init; }

    /// <summary>Empty for none.</summary>
    public required string Section { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>Its sort key in lists.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Whether lists show it.</summary>
    public required bool IsListed { get; init; }

    /// <summary>Whether readers may see it.</summary>
    public required bool IsVisible { get; init; }

    public required string? TranslationKey { get; init; }

    public required bool HasNotes { get; init; }

    /// <summary>The file of <see cref="StoryAddresses"/> it stands in.</summary>
    public int SitemapFile => (int)((Id - 1) / StoryAddresses.FileSize) + 1;
}
