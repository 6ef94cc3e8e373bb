using System.Data.Common;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;

namespace Storyprint.Storage.Stories;

/// <summary>
/// The addresses of everything readers may see, in files by fixed ranges of story ids: a file is one range scan of the primary key however many stories there
/// are, and an old file changes only when one of its stories does.
/// </summary>
public sealed class StoryAddresses(Database database)
{
    /// <summary>The maximum number of addresses in a file.</summary>
    public const int FileSize = 10_000;

    /// <summary>The numbers, from 1, of the files that are not empty.</summary>
    public async Task<IReadOnlyList<int>> FilesAsync(CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Sitemaps);
        await using var connection = await database.OpenAsync(cancellation);
        var files = new List<int>();

        // Skips from the first story of one file to that of the next: one index step a file, where a GROUP BY would read every story.
        while (await connection.ScalarAsync<object>(
            $"SELECT s.id FROM story s WHERE {ReaderVisibility.VisibleToReaders} AND s.id > @after ORDER BY s.id LIMIT 1",
            cancellation, ("@after", (files.Count == 0 ? 0L : files[^1]) * FileSize)) is long id)
        {
            files.Add((int)((id - 1) / FileSize) + 1);
        }

        return files;
    }

    /// <summary>The stories of a file in the order of their ids; none where there is no such file.</summary>
    public async Task<IReadOnlyList<StoryAddress>> InFileAsync(int file, CancellationToken cancellation = default)
    {
        // One tag for all: ten thousand would be larger than the file.
        CacheDependencies.Add(CacheTag.Sitemap(file));
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"""
            SELECT s.code, s.slug, COALESCE(s.updated_at, s.published_at, 0) FROM story s
            WHERE {ReaderVisibility.VisibleToReaders} AND s.id > @after AND s.id <= @last ORDER BY s.id
            """,
            Read, cancellation, ("@after", (file - 1L) * FileSize), ("@last", (long)file * FileSize));
    }

    private static StoryAddress Read(DbDataReader row) =>
        new(StoryCode.FromDigits(row.GetString(0)), Slug.From(row.GetString(1)), row.Instant(2));
}

/// <param name="ChangedAt">When its words last changed.</param>
public sealed record StoryAddress(StoryCode Code, Slug Slug, DateTimeOffset ChangedAt);
