using System.Data.Common;
using System.Globalization;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Storage.Work;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.Storage.Releases;

/// <summary>A scheduled story.</summary>
/// <param name="Zone">IANA time zone its times are meant in.</param>
public sealed record ScheduledStory(StoryCode Code, string Headline, DateTimeOffset DueAt, string Zone);

/// <summary>A release made by the schedule.</summary>
/// <param name="ReleasedAt">To the millisecond; to the second for what was released before version 0.15.</param>
public sealed record ScheduledRelease(RevisionId Id, string Headline, DateTimeOffset DueAt, DateTimeOffset ReleasedAt, string Zone);

/// <summary>A story whose hour has come and that was refused.</summary>
/// <param name="Refusal">Why, in a sentence.</param>
public sealed record RefusedSchedule(StoryCode Code, string Headline, DateTimeOffset DueAt, DateTimeOffset At, string Refusal);

/// <summary>What came of giving a draft an hour, or of taking it away.</summary>
public abstract record ScheduleChange
{
    private ScheduleChange() { }

    public sealed record Made : ScheduleChange;

    /// <summary>There is no draft that was never published.</summary>
    public sealed record NoDraft : ScheduleChange;

    /// <summary>The newsroom's rules do not let this person do it now.</summary>
    public sealed record NotPermitted(WorkflowRefusal Why) : ScheduleChange;
}

/// <summary>Scheduled and past releases: the time is stored with each draft, so that any node can release it, and with the revision that came of it.</summary>
/// <param name="work">How far the newsroom's work on a story has come, for its rules; null where only users of the machine schedule.</param>
public sealed class ScheduleStore(Database database, TimeProvider clock, StoryWorkReader? work = null)
{
    // Approved or submitted before it was scheduled, it is that again.
    private static readonly string StatusBefore =
        $"""
        CASE WHEN EXISTS (SELECT 1 FROM story_work w WHERE w.story_id = story.id AND w.approved_at IS NOT NULL) THEN {(int)StoryStatus.Approved}
            WHEN EXISTS (SELECT 1 FROM story_work w WHERE w.story_id = story.id AND w.submitted_at IS NOT NULL) THEN {(int)StoryStatus.InReview} ELSE {(int)StoryStatus.Draft} END
        """;

    // A cross join is begun at its left.
    private static readonly string Waiting = $"FROM draft d CROSS JOIN story s WHERE s.id = d.story_id AND d.scheduled_for IS NOT NULL AND s.status = {SqlNumbers.Scheduled}";

    /// <summary>The stories that are due, earliest first.</summary>
    public async Task<List<StoryCode>> DueAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT s.code {Waiting} AND d.scheduled_for <= @now ORDER BY d.scheduled_for, s.id", row => StoryCode.FromDigits(row.GetString(0)), cancellation,
            ("@now", now.ToUnixTimeMilliseconds()));
    }

    /// <summary>When the next story is due, or null where none is scheduled.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long?>($"SELECT MIN(d.scheduled_for) {Waiting}", cancellation) is { } due
            ? DateTimeOffset.FromUnixTimeMilliseconds(due)
            : null;
    }

    /// <summary>All scheduled stories, earliest first.</summary>
    public async Task<List<ScheduledStory>> WaitingAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT s.code, s.headline, d.scheduled_for, s.time_zone {Waiting} ORDER BY d.scheduled_for, s.id",
            row => new ScheduledStory(StoryCode.FromDigits(row.GetString(0)), row.GetString(1), row.Instant(2), row.GetString(3)), cancellation);
    }

    /// <summary>The last scheduled releases, newest first.</summary>
    public async Task<List<ScheduledRelease>> DoneAsync(int most, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            """
            SELECT s.code, r.number, s.headline, r.scheduled_for, COALESCE(o.at, r.released_at), s.time_zone FROM revision r JOIN story s ON s.id = r.story_id
                LEFT JOIN schedule_outcome o ON o.story_id = r.story_id AND o.due_at = r.scheduled_for AND o.revision = r.number
            WHERE r.scheduled_for IS NOT NULL ORDER BY r.scheduled_for DESC, s.id DESC LIMIT @most
            """,
            row => new ScheduledRelease(
                new RevisionId(StoryCode.FromDigits(row.GetString(0)), new RevisionNumber(row.GetInt32(1))), row.GetString(2), row.Instant(3), row.Instant(4),
                row.GetString(5)),
            cancellation, ("@most", most));
    }

    /// <summary>The stories whose hour has come, that were refused, and still wait; the oldest first.</summary>
    public async Task<List<RefusedSchedule>> RefusedOnesAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"""
            SELECT s.code, s.headline, o.due_at, o.at, o.refusal FROM schedule_outcome o JOIN draft d ON d.story_id = o.story_id AND d.scheduled_for = o.due_at JOIN story s ON s.id = o.story_id
            WHERE o.revision = 0 AND s.status = {SqlNumbers.Scheduled} ORDER BY o.due_at, s.id
            """,
            row => new RefusedSchedule(StoryCode.FromDigits(row.GetString(0)), row.GetString(1), row.Instant(2), row.Instant(3), row.GetString(4)), cancellation);
    }

    /// <summary>Notes that a due story was refused; once for an hour, however often it is tried.</summary>
    public async Task RefusedAsync(StoryCode code, string sentence, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            """
            INSERT INTO schedule_outcome (story_id, due_at, at, revision, refusal)
            SELECT d.story_id, d.scheduled_for, @now, 0, @sentence FROM draft d JOIN story s ON s.id = d.story_id WHERE s.code = @code AND d.scheduled_for IS NOT NULL
            ON CONFLICT (story_id, due_at, revision) DO UPDATE SET refusal = @sentence
            """, cancellation, ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@sentence", sentence), ("@code", code.Digits));
    }

    internal static Task ReleasedAsync(DbTransaction transaction, long storyId, DateTimeOffset due, RevisionNumber revision, DateTimeOffset at, CancellationToken cancellation) =>
        PreparedStatement.Prepare(transaction, "INSERT INTO schedule_outcome (story_id, due_at, at, revision) VALUES (@story, @due, @at, @revision) ON CONFLICT (story_id, due_at, revision) DO NOTHING")
            .RunAsync(cancellation, ("@story", storyId), ("@due", due.ToUnixTimeMilliseconds()), ("@at", at.ToUnixTimeMilliseconds()), ("@revision", revision.Value));

    /// <summary>Schedules a story that was never published, or takes its hour away; it is then what it was before.</summary>
    /// <param name="context">Who schedules it: the release is made in this name.</param>
    public async Task<ScheduleChange> SetAsync(ReleaseContext context, StoryCode code, DateTimeOffset? due, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (context is { PersonId: { } person, Permissions: { } permissions })
        {
            if (await StoryWorkReader.Needed(work).ReadAsync(connection, code, cancellation) is not { } story)
            {
                return new ScheduleChange.NoDraft();
            }

            if (WorkflowRule.Decide(person, permissions, due is null ? StoryVerb.Unschedule : StoryVerb.Schedule, story.Story) is { } refusal)
            {
                return new ScheduleChange.NotPermitted(refusal);
            }
        }

        var changed = await PreparedStatement.Prepare(transaction,
            $"""
            UPDATE draft SET scheduled_for = @scheduled_for, scheduled_by = @scheduled_by, scheduled_person = @scheduled_person, scheduled_via = @scheduled_via, schedule_reason = @schedule_reason,
                schedule_correlation_id = @schedule_correlation_id
            WHERE story_id = (SELECT id FROM story WHERE code = @code AND status IN ({SqlNumbers.Unpublished}))
            """)
            .RunAsync(
                cancellation, ("@code", code.Digits), ("@scheduled_for", due?.ToUnixTimeMilliseconds()), ("@scheduled_by", context.Actor), ("@scheduled_person", context.PersonId),
                ("@scheduled_via", (int)context.Means), ("@schedule_reason", context.Reason), ("@schedule_correlation_id", context.CorrelationId));
        if (changed == 0)
        {
            return new ScheduleChange.NoDraft();
        }

        await PreparedStatement.Prepare(transaction, $"UPDATE story SET status = {(due is null ? StatusBefore : SqlNumbers.Scheduled)} WHERE code = @code").RunAsync(cancellation, ("@code", code.Digits));
        await AuditTrail.AppendAsync(
            transaction, clock, context, due is null ? AuditAct.ScheduleEnded : AuditAct.Scheduled, code.Digits, after: due?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
            cancellation: cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return new ScheduleChange.Made();
    }
}
