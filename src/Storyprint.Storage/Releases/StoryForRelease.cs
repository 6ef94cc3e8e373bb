using System.Data.Common;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Engine;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Releases;

/// <summary>The state of a story, read inside the release's own transaction.</summary>
public sealed record StoryForRelease
{
    public required long Id { get; init; }

    public required StoryCode Code { get; init; }

    public required string Edition { get; init; }

    public required bool IsPage { get; init; }

    public required Slug Slug { get; init; }

    public required StoryState State { get; init; }

    /// <summary>The draft, or null where there is none.</summary>
    public required DraftToRelease? Draft { get; init; }

    /// <summary>The key of its search row, or null where it is not listed.</summary>
    public required long? SearchRow { get; init; }

    /// <summary>The time it was due; null where it is not scheduled or not yet due.</summary>
    /// <param name="at">The instant of the release: a whole second, in which the scheduled time may lie.</param>
    public DateTimeOffset? DueAt(DateTimeOffset at) => State.Status == StoryStatus.Scheduled && Draft!.DueAt < at.AddSeconds(1) ? Draft.DueAt : null;

    private bool IsWithoutNote { get; init; }

    internal static async Task<StoryForRelease?> ReadAsync(DbConnection connection, StoryCode code, CancellationToken cancellation) =>
        await FindAsync(connection, code, cancellation) is not { } story ? null
        : story.State.Current is { Kind: ReleaseKind.Update } && story.IsWithoutNote
            ? story with { State = story.State with { LastNotedContent = await LastNotedAsync(connection, story.Id, cancellation) } }
            : story;

    // The newest revision with a message to readers.
    private static Task<StoryContent?> LastNotedAsync(DbConnection connection, long id, CancellationToken cancellation) => connection.FirstAsync(
        "SELECT content FROM revision WHERE story_id = @id AND (release_kind <> @update OR note IS NOT NULL) AND content IS NOT NULL ORDER BY number DESC LIMIT 1",
        row => StoryJson.Read(row.GetString(0)), cancellation, ("@id", id), ("@update", (int)ReleaseKind.Update))!;

    private static Task<StoryForRelease?> FindAsync(DbConnection connection, StoryCode code, CancellationToken cancellation) => connection.FirstAsync(
        """
        SELECT s.id, s.edition, s.is_static_page, s.slug, s.status, s.published_at, s.updated_at, s.is_listed, s.sort_key,
               r.number, r.release_kind, r.released_at, r.content, d.content, d.slug, d.base_revision, d.scheduled_for, d.scheduled_by, d.scheduled_via, d.schedule_reason, d.schedule_correlation_id,
               r.note IS NULL, t.has_choices, d.scheduled_person
        FROM story s LEFT JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision LEFT JOIN draft d ON d.story_id = s.id
             LEFT JOIN draft_text t ON t.story_id = s.id AND t.proposal = ''
        WHERE s.code = @code
        """,
        row => Read(row, code), cancellation, ("@code", code.Digits))!;

    private static StoryForRelease Read(DbDataReader row, StoryCode code) => new()
    {
        Id = row.GetInt64(0),
        IsWithoutNote = row.GetBoolean(21),
        Code = code,
        Edition = row.GetString(1),
        IsPage = row.GetBoolean(2),
        Slug = Slug.From(row.GetString(3)),
        State = new StoryState
        {
            Status = (StoryStatus)row.GetInt32(4),
            PublishedAt = row.InstantOrNull(5) ?? row.InstantOrNull(11),
            UpdatedAt = row.InstantOrNull(6),
            Current = row.IsDBNull(9) ? null : new CurrentRevision(new RevisionNumber(row.GetInt32(9)), (ReleaseKind)row.GetInt32(10), row.Instant(11)),
            Content = row.TextOrNull(12) is { } content ? StoryJson.Read(content) : null,
        },
        SearchRow = row.GetBoolean(7) ? row.GetInt64(8) : null,
        Draft = row.TextOrNull(13) is { } draft ? new DraftToRelease(StoryJson.Read(draft), Slug.From(row.GetString(14)), row.GetInt32(15), row.InstantOrNull(16), ReadScheduler(row), !row.IsDBNull(22) && row.GetBoolean(22))
        {
            TextName = Convert.ToHexStringLower(StandingText.DigestOf(draft)),
        } : null,
    };

    private static ReleaseContext? ReadScheduler(DbDataReader row) => row.IsDBNull(17) || row.IsDBNull(18) ? null
        : new ReleaseContext(row.GetString(17), (ReleaseMeans)row.GetInt32(18), row.TextOrNull(19), row.TextOrNull(20)) { PersonId = row.TextOrNull(23) };
}

/// <summary>The draft of a story.</summary>
/// <param name="BaseRevision">The revision it was made from; 0 where there was none.</param>
/// <param name="DueAt">When it is scheduled for.</param>
/// <param name="ScheduledBy">Who scheduled it; null where nobody did.</param>
/// <param name="HasChoices">Whether somebody has something to choose in it: it is not released before.</param>
public sealed record DraftToRelease(StoryContent Content, Slug Slug, int BaseRevision, DateTimeOffset? DueAt, ReleaseContext? ScheduledBy, bool HasChoices)
{
    /// <summary>Names the text, as <see cref="Storyprint.Storage.Work.StoryWork.TextName"/> does.</summary>
    public string TextName { get; init; } = string.Empty;

    /// <summary>Above 0 in a draft made by a recovery because the story's newest texts were lost.</summary>
    public RevisionNumber? Base => BaseRevision > 0 ? new RevisionNumber(BaseRevision) : null;
}
