using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>Erases every word of a story that is withdrawn where the story itself stands. Its words elsewhere are those of <see cref="WithdrawnWords"/>.</summary>
internal static class StoryErasure
{
    /// <param name="revision">The withdrawal.</param>
    public static async Task AddAsync(SqlBatch batch, DbTransaction transaction, long id, NewRevision revision, CancellationToken cancellation)
    {
        var at = ("@withdrawn_at", (object?)revision.ReleasedAt.ToUnixTimeMilliseconds());
        await EraseAsync(StoryStatements.EraseRevisions, ("@story_id", id), ("@number", revision.Number.Value));
        await EraseAsync(StoryStatements.DeleteDraft, ("@story_id", id));
        await EraseAsync(StoryStatements.EraseStory, ("@id", id), ("@revision", revision.Number.Value), ("@withdrawal_reason", (int)revision.Withdrawal!.Reason), at);
        await EraseAsync(StoryStatements.WithdrawPictures, ("@story_id", id), at);
        await EraseAsync(StoryStatements.ForgetPictures, ("@story_id", id));
        await EraseAsync(StoryStatements.ForgetPictureWords, ("@story_id", id));
        await EraseAsync(StoryStatements.DeleteComments, ("@story_id", id));
        await EraseAsync(StoryStatements.DeleteUnusedTopics);
        await EraseAsync(StoryStatements.DeleteUnusedBylines);

        Task EraseAsync(string sql, params ReadOnlySpan<(string, object?)> values) => batch.AddAsync(PreparedStatement.Prepare(transaction, sql), cancellation, values);
    }
}
