using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>Every story readers may see, without its text: an archive is planned from it.</summary>
public sealed class StoryInventory(Database database)
{
    /// <summary>All of them, newest first, as lists show them.</summary>
    public async Task<IReadOnlyList<StoryOutline>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var topics = await UnderAsync(connection, "SELECT story_id, slug FROM story_topic ORDER BY story_id, slug", cancellation);
        var bylines = await UnderAsync(connection, "SELECT story_id, slug FROM story_byline ORDER BY story_id, slug", cancellation);
        var links = await UnderAsync(connection, "SELECT story_id, path FROM legacy_url ORDER BY story_id, path", cancellation);
        return await connection.QueryAsync(
            $"""
            SELECT s.id, s.code, s.edition, s.slug, s.section, s.status, s.is_listed, s.current_revision, s.published_at, s.updated_at, s.sort_key,
                   s.translation_key, s.picture_hash
            FROM story s WHERE {ReaderVisibility.VisibleToReaders} ORDER BY s.sort_key DESC
            """,
            row => Read(row, topics, bylines, links), cancellation);
    }

    /// <summary>The pictures of these stories, withdrawn ones left out: hash and width.</summary>
    public async Task<IReadOnlyList<(string Hash, int Width)>> PicturesAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"""
            SELECT p.hash, p.width FROM picture p WHERE p.withdrawn_at IS NULL AND p.width > 0
               AND EXISTS (SELECT 1 FROM story_picture i JOIN story s ON s.id = i.story_id WHERE i.picture_hash = p.hash AND {ReaderVisibility.VisibleToReaders})
            ORDER BY p.hash
            """,
            row => (row.GetString(0), row.GetInt32(1)), cancellation);
    }

    /// <summary>The documents and sounds that these stories link to, withdrawn ones left out: the paths at which they are served.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"""
            SELECT p.hash, p.file_name FROM picture p WHERE p.withdrawn_at IS NULL AND p.file_name IS NOT NULL
               AND EXISTS (SELECT 1 FROM story_picture i JOIN story s ON s.id = i.story_id WHERE i.picture_hash = p.hash AND {ReaderVisibility.VisibleToReaders})
            ORDER BY p.hash
            """,
            row => DocumentStore.PathOf(row.GetString(0), row.GetString(1)), cancellation);
    }

    private static async Task<ILookup<long, string>> UnderAsync(DbConnection connection, string sql, CancellationToken cancellation) =>
        (await connection.QueryAsync(sql, row => (Id: row.GetInt64(0), Text: row.GetString(1)), cancellation)).ToLookup(row => row.Id, row => row.Text);

    private static StoryOutline Read(DbDataReader row, ILookup<long, string> topics, ILookup<long, string> bylines, ILookup<long, string> links) => new()
    {
        Code = StoryCode.FromDigits(row.GetString(1)),
        Edition = row.GetString(2),
        Slug = Slug.From(row.GetString(3)),
        Section = row.GetString(4),
        Status = (StoryStatus)row.GetInt32(5),
        IsListed = row.GetBoolean(6),
        Revision = new RevisionNumber(row.GetInt32(7)),
        PublishedAt = row.InstantOrNull(8),
        UpdatedAt = row.InstantOrNull(9),
        SortKey = row.GetInt64(10),
        TranslationKey = row.TextOrNull(11),
        HasPicture = !row.IsDBNull(12),
        Topics = [.. topics[row.GetInt64(0)]],
        Bylines = [.. bylines[row.GetInt64(0)]],
        LegacyUrls = [.. links[row.GetInt64(0)].Where(path => !LegacyUrl.IsHashed(path))],
    };
}

/// <summary>A story that readers may see, without its text.</summary>
public sealed record StoryOutline
{
    public required StoryCode Code { get; init; }

    public required string Edition { get; init; }

    public required Slug Slug { get; init; }

    public required string Section { get; init; }

    public required StoryStatus Status { get; init; }

    /// <summary>Whether lists show it: static pages are not listed.</summary>
    public required bool IsListed { get; init; }

    /// <summary>The newest revision.</summary>
    public required RevisionNumber Revision { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    public required long SortKey { get; init; }

    public required string? TranslationKey { get; init; }

    /// <summary>Whether it has a picture of its own for shared links.</summary>
    public required bool HasPicture { get; init; }

    /// <summary>Slugs.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Slugs.</summary>
    public required IReadOnlyList<string> Bylines { get; init; }

    /// <summary>Addresses it had before, as <see cref="LegacyUrl.Normalize"/> gives them.</summary>
    public required IReadOnlyList<string> LegacyUrls { get; init; }
}
