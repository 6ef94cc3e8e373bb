using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Releases;

/// <summary>Withdraws a story for a legal reason: every address of it responds that it is gone, and its words and its own pictures are erased.</summary>
public sealed class WithdrawStory(ReleaseStore store, MediaStore media, Database database)
{
    public async Task<ReleaseOutcome> RunAsync(
        ReleaseContext context, StoryCode code, WithdrawalReason reason, RevisionNumber? expected, CancellationToken cancellation = default)
    {
        var outcome = await store.ReleaseAsync(context, code, (story, at) => WithdrawRule.Decide(story.State, reason, expected, at), cancellation: cancellation);
        if (outcome is ReleaseOutcome.Done done)
        {
            // The story is gone for readers from the commit on. Files are deleted now; after an interruption the nightly sweep does it.
            var left = await EraseAsync();
            foreach (var hash in done.WithdrawnPictures)
            {
                left = await DeleteAsync(hash) ?? left;
            }

            return done with { NotErased = left };
        }

        return outcome;
    }

    private async Task<string?> EraseAsync()
    {
        try
        {
            await database.EraseRemnantsAsync(CancellationToken.None);
            return null;
        }
        catch (DbException fault)
        {
            // Safe: the withdrawal stands, and whoever asked for it is told what is left.
            return database.Problem(fault) ?? fault.Message;
        }
    }

    private async Task<string?> DeleteAsync(string hash)
    {
        try
        {
            await media.DeleteAsync(hash, CancellationToken.None);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Safe: the row says that the picture is withdrawn, so nobody gets it, and the nightly sweep deletes what is there.
            return fault.Message;
        }
    }
}
