using System.Data.Common;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Drafts;

/// <summary>What stands beside drafts and may hold words of a story: the journal of what was written, comments, copy of guests, mails that name headlines. A withdrawal leaves none of it.</summary>
internal static class WordsAroundDrafts
{
    public static async Task EraseAsync(DbConnection connection, long storyId, CancellationToken cancellation)
    {
        await connection.ExecuteAsync("DELETE FROM draft_text WHERE story_id = @id", cancellation, ("@id", storyId));
        await connection.ExecuteAsync("DELETE FROM draft_edit WHERE story_id = @id", cancellation, ("@id", storyId));
        await connection.ExecuteAsync("DELETE FROM draft_presence WHERE story_id = @id", cancellation, ("@id", storyId));
        await connection.ExecuteAsync("DELETE FROM draft_comment WHERE story_id = @id", cancellation, ("@id", storyId));
        await connection.ExecuteAsync("DELETE FROM filed_copy WHERE story_id = @id", cancellation, ("@id", storyId));

        await connection.ExecuteAsync("DELETE FROM story_work WHERE story_id = @id", cancellation, ("@id", storyId));

        // Why a release was refused may name words.
        await connection.ExecuteAsync("UPDATE schedule_outcome SET refusal = NULL WHERE story_id = @id", cancellation, ("@id", storyId));
        await connection.ExecuteAsync("DELETE FROM notice WHERE story_id = @id AND kind = 'release-failed'", cancellation, ("@id", storyId));

        // Nobody can tell which stories a sealed mail names; the notices themselves stay.
        await connection.ExecuteAsync("DELETE FROM outgoing_mail WHERE kind IN ('notices', 'daily-list') AND letter <> ''", cancellation);
    }
}
