using System.Data.Common;
using Storyprint.People.Accounts;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.People.Desks;

/// <summary>Reads what waits on a person's desks.</summary>
public sealed class DeskWorkReader(Database database)
{
    // A cross join is begun at its left: SQLite would go through all that was ever published for the few that are in work.
    private const string Drafts = "FROM draft d CROSS JOIN story s WHERE s.id = d.story_id";

    private const string Summaries =
        "SELECT s.code, s.headline, s.edition, s.section, (SELECT t.desk FROM story_desk t WHERE t.story_id = s.id) FROM story_work w CROSS JOIN story s CROSS JOIN draft d WHERE s.id = w.story_id AND d.story_id = w.story_id";

    private const string OnDesk =
        """
        (@all = 1 OR NOT EXISTS (SELECT 1 FROM story_desk t WHERE t.story_id = s.id)
            OR EXISTS (SELECT 1 FROM story_desk t JOIN person_desk m ON m.desk = t.desk WHERE t.story_id = s.id AND m.person_id = @person))
        """;

    /// <param name="take">The most entries of each list.</param>
    public async Task<DeskWork> OfAsync(Person person, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        (string, object?)[] parameters = [("@person", person.Id), ("@all", person.Desks.Count == 0 || person.Role == Role.Administrator ? 1 : 0), ("@take", take)];
        return new DeskWork
        {
            Scheduled = await ListAsync(
                $"SELECT s.code, s.headline, d.scheduled_for, s.time_zone {Drafts} AND s.status = {SqlNumbers.Scheduled} AND d.scheduled_for IS NOT NULL AND {OnDesk} ORDER BY d.scheduled_for, d.story_id LIMIT @take",
                row => new ScheduledStory(Code(row), row.GetString(1), row.Instant(2), row.GetString(3))),
            WaitingCopy = await ListAsync(
                $"SELECT s.code, s.headline, c.author FROM filed_copy c CROSS JOIN story s WHERE s.id = c.story_id AND c.state = {(int)FiledCopyState.Waiting} AND {OnDesk} ORDER BY c.created_at LIMIT @take",
                row => new WaitingCopy(Code(row), row.GetString(1), row.GetString(2))),
            OpenComments = await ListAsync(
                $"SELECT s.code, s.headline, COUNT(*) FROM draft_comment c CROSS JOIN story s WHERE s.id = c.story_id AND c.done_at IS NULL AND c.is_private = FALSE AND c.answer_to IS NULL AND {OnDesk} GROUP BY s.code, s.headline ORDER BY MAX(c.created_at) DESC LIMIT @take",
                row => new OpenComments(Code(row), row.GetString(1), (int)row.GetInt64(2))),
            Refused = await ListAsync(
                $"SELECT s.code, s.headline, o.due_at, o.at, o.refusal FROM schedule_outcome o JOIN draft d ON d.story_id = o.story_id AND d.scheduled_for = o.due_at JOIN story s ON s.id = o.story_id WHERE o.revision = 0 AND s.status = {SqlNumbers.Scheduled} AND {OnDesk} ORDER BY o.due_at LIMIT @take",
                row => new RefusedSchedule(Code(row), row.GetString(1), row.Instant(2), row.Instant(3), row.TextOrNull(4) ?? string.Empty)),
            InReview = person.Role < Role.Editor ? [] : await ListAsync(
                $"{Summaries} AND w.submitted_at IS NOT NULL AND w.approved_at IS NULL AND (s.status = {(int)StoryStatus.InReview} OR s.status = {(int)StoryStatus.Published}) AND {OnDesk} ORDER BY w.submitted_at LIMIT @take", Summary),
            InHand = await ListAsync($"{Summaries} AND w.holder = @person AND s.status IN ({SqlNumbers.Unpublished}, {(int)StoryStatus.Published}) ORDER BY d.changed_at DESC LIMIT @take", Summary),
            Drafts = await ListAsync(
                $"SELECT s.code, s.headline, s.edition, s.section, (SELECT t.desk FROM story_desk t WHERE t.story_id = s.id) {Drafts} AND s.status IN ({SqlNumbers.Unpublished}) AND {OnDesk} ORDER BY d.story_id DESC LIMIT @take",
                Summary),
        };

        Task<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read) => connection.QueryAsync(sql, read, cancellation, parameters);
    }

    private static DraftSummary Summary(DbDataReader row) => new(Code(row), row.GetString(1), row.GetString(2), row.GetString(3), row.TextOrNull(4));

    private static StoryCode Code(DbDataReader row) => StoryCode.FromDigits(row.GetString(0));
}
