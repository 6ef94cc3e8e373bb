using System.Globalization;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;

namespace Storyprint.People.Notices;

/// <summary>Tells editors of scheduled stories that were not released, or late.</summary>
public sealed class ScheduleNotices(Database database, TimeProvider clock)
{
    /// <param name="reason">Why it was not released, in a sentence. It is told once, not at each attempt.</param>
    public Task TellFailedAsync(StoryCode story, string reason, CancellationToken cancellation = default) => TellAsync(NoticeKind.ReleaseFailed, story, reason, cancellation);

    public Task TellLateAsync(StoryCode story, DateTimeOffset due, CancellationToken cancellation = default) =>
        TellAsync(NoticeKind.ReleaseLate, story, due.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture), cancellation);

    private async Task TellAsync(NoticeKind kind, StoryCode story, string detail, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var id = await connection.FirstAsync("SELECT id FROM story WHERE code = @code", row => (long?)row.GetInt64(0), cancellation, ("@code", story.Digits));
        await NoticeTrail.AppendAsync(transaction, clock, kind, id, detail, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
