using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Releases;

/// <summary>A story that waits for its hour.</summary>
/// <param name="Zone">IANA zone its times are meant in.</param>
public sealed record ScheduledStory(StoryCode Code, string Headline, DateTimeOffset DueAt, string Zone);

/// <summary>A release that the schedule made.</summary>
public sealed record ScheduledRelease(RevisionId Id, string Headline, DateTimeOffset DueAt, DateTimeOffset ReleasedAt, string Zone);

/// <summary>
/// What is to be released when: a row beside each draft, so that any node that is there can release it, and what was, with both times.
/// </summary>
public sealed class ScheduleStore(Database database)
{
    private const string Waiting = "FROM draft d JOIN story s ON s.id = d.story_id WHERE d.due_at IS NOT NULL AND s.status = 3";

    /// <summary>The stories whose hour has come, in the order of their hours.</summary>
    public async Task<List<StoryCode>> DueAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT s.code {Waiting} AND d.due_at <= @now ORDER BY d.due_at, s.id", row => StoryCode.FromDigits(row.GetString(0)), cancellation,
            ("@now", now.ToUnixTimeMilliseconds()));
    }

    /// <summary>When the next story is due, or null where none waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long?>($"SELECT MIN(d.due_at) {Waiting}", cancellation) is { } due
            ? DateTimeOffset.FromUnixTimeMilliseconds(due)
            : null;
    }

    /// <summary>All stories that wait, the next first.</summary>
    public async Task<List<ScheduledStory>> WaitingAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT s.code, s.headline, d.due_at, s.zone {Waiting} ORDER BY d.due_at, s.id",
            row => new ScheduledStory(StoryCode.FromDigits(row.GetString(0)), row.GetString(1), row.Instant(2), row.GetString(3)), cancellation);
    }

    /// <summary>The last releases that the schedule made, the newest first.</summary>
    public async Task<List<ScheduledRelease>> DoneAsync(int most, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            """
            SELECT s.code, r.number, s.headline, r.due_at, r.released_at, s.zone FROM revision r JOIN story s ON s.id = r.story_id
            WHERE r.due_at IS NOT NULL ORDER BY r.due_at DESC, s.id DESC LIMIT @most
            """,
            row => new ScheduledRelease(
                new RevisionId(StoryCode.FromDigits(row.GetString(0)), new RevisionNumber(row.GetInt32(1))), row.GetString(2), row.Instant(3), row.Instant(4),
                row.GetString(5)),
            cancellation, ("@most", most));
    }

    /// <summary>Sets the hour of a story that was never published, or takes it away; the story is a draft again then.</summary>
    /// <returns>Whether there is such a draft.</returns>
    public async Task<bool> SetAsync(StoryCode code, DateTimeOffset? due, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var changed = await PreparedStatement.Prepare(transaction,
            "UPDATE draft SET due_at = @p1 WHERE story_id = (SELECT id FROM story WHERE code = @p0 AND status < 4)", 2)
            .RunAsync(cancellation, code.Digits, due?.ToUnixTimeMilliseconds());
        await PreparedStatement.Prepare(transaction, "UPDATE story SET status = @p1 WHERE code = @p0 AND status < 4", 2).RunAsync(cancellation, code.Digits, due is null ? 0 : 3);
        if (changed == 0)
        {
            await transaction.RollbackAsync(cancellation);
            return false;
        }

        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }
}
