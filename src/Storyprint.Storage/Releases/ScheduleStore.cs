using System.Globalization;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Releases;

/// <summary>A scheduled story.</summary>
/// <param name="Zone">IANA time zone its times are meant in.</param>
public sealed record ScheduledStory(StoryCode Code, string Headline, DateTimeOffset DueAt, string Zone);

/// <summary>A release made by the schedule.</summary>
public sealed record ScheduledRelease(RevisionId Id, string Headline, DateTimeOffset DueAt, DateTimeOffset ReleasedAt, string Zone);

/// <summary>Scheduled and past releases: the time is stored with each draft, so that any node can release it, and with the revision that came of it.</summary>
public sealed class ScheduleStore(Database database, TimeProvider clock)
{
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
            SELECT s.code, r.number, s.headline, r.scheduled_for, r.released_at, s.time_zone FROM revision r JOIN story s ON s.id = r.story_id
            WHERE r.scheduled_for IS NOT NULL ORDER BY r.scheduled_for DESC, s.id DESC LIMIT @most
            """,
            row => new ScheduledRelease(
                new RevisionId(StoryCode.FromDigits(row.GetString(0)), new RevisionNumber(row.GetInt32(1))), row.GetString(2), row.Instant(3), row.Instant(4),
                row.GetString(5)),
            cancellation, ("@most", most));
    }

    /// <summary>Schedules a story that was never published, or cancels that; it is a draft again then.</summary>
    /// <param name="context">Who schedules it: the release is made in this name.</param>
    /// <returns>Whether there is such a draft.</returns>
    public async Task<bool> SetAsync(ReleaseContext context, StoryCode code, DateTimeOffset? due, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var changed = await PreparedStatement.Prepare(transaction,
            $"""
            UPDATE draft SET scheduled_for = @scheduled_for, scheduled_by = @scheduled_by, scheduled_via = @scheduled_via, schedule_reason = @schedule_reason,
                schedule_correlation_id = @schedule_correlation_id
            WHERE story_id = (SELECT id FROM story WHERE code = @code AND status IN ({SqlNumbers.Unpublished}))
            """)
            .RunAsync(
                cancellation, ("@code", code.Digits), ("@scheduled_for", due?.ToUnixTimeMilliseconds()), ("@scheduled_by", context.Actor),
                ("@scheduled_via", (int)context.Means), ("@schedule_reason", context.Reason), ("@schedule_correlation_id", context.CorrelationId));
        var status = due is null ? StoryStatus.Draft : StoryStatus.Scheduled;
        await PreparedStatement.Prepare(transaction, $"UPDATE story SET status = @status WHERE code = @code AND status IN ({SqlNumbers.Unpublished})")
            .RunAsync(cancellation, ("@code", code.Digits), ("@status", (int)status));
        if (changed == 0)
        {
            await transaction.RollbackAsync(cancellation);
            return false;
        }

        await AuditTrail.AppendAsync(
            transaction, clock, context, due is null ? AuditAct.ScheduleEnded : AuditAct.Scheduled, code.Digits, after: due?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
            cancellation: cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }
}
