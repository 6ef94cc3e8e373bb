using System.Data.Common;
using System.Text.Json;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Releases.Gate;

namespace Storyprint.Storage.Stories;

/// <summary>The revisions of a story for its history page: without their texts, so that a thousand revisions are read quickly.</summary>
public sealed class RevisionStore(Database database)
{
    /// <summary>All revisions of a story that readers may see, newest first.</summary>
    public async Task<IReadOnlyList<RevisionOfStory>> AllAsync(StoryCode code, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Story(code));
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"""
            SELECT r.number, r.release_kind, r.released_at, r.log_index, r.note, r.findings
            FROM story s JOIN revision r ON r.story_id = s.id
            WHERE {ReaderVisibility.VisibleToReaders} AND s.code = @code ORDER BY r.number DESC
            """,
            Read, cancellation, ("@code", code.Digits));
    }

    private static RevisionOfStory Read(DbDataReader row) => new()
    {
        Number = new RevisionNumber(row.GetInt32(0)),
        Kind = (ReleaseKind)row.GetInt32(1),
        ReleasedAt = row.Instant(2),
        LogIndex = row.IsDBNull(3) ? null : row.GetInt64(3),
        Note = row.TextOrNull(4),
        Findings = row.TextOrNull(5) is { } findings ? JsonSerializer.Deserialize(findings, FindingsJson.Default.IReadOnlyListGateFinding) ?? [] : [],
    };
}

/// <summary>A line of a story's history.</summary>
public sealed record RevisionOfStory
{
    public required RevisionNumber Number { get; init; }

    public required ReleaseKind Kind { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>Its log index; null only in a revision from before there was a log.</summary>
    public required long? LogIndex { get; init; }

    /// <summary>The update's message to readers.</summary>
    public required string? Note { get; init; }

    /// <summary>What the gate found between the revision before and this one.</summary>
    public required IReadOnlyList<GateFinding> Findings { get; init; }
}
