using System.Data.Common;
using Storyprint.Storage.Work;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.Storage.Releases;

/// <summary>Asks the newsroom's rules, under the write lock, whether a person may make a release, and whether the schedule still may. Users of the machine may.</summary>
internal sealed class ReleasePermission(StoryWorkReader? work)
{
    /// <param name="verb">What the person does; null for the verb of the kind.</param>
    /// <param name="due">The hour that has come, where the schedule makes the release.</param>
    /// <returns>Null where it may be made.</returns>
    /// <exception cref="InvalidOperationException">A release of the newsroom does not say what its person may do.</exception>
    public async Task<WorkflowRefusal?> RefuseAsync(DbConnection connection, ReleaseContext context, StoryForRelease story, ReleaseKind kind, StoryVerb? verb, DateTimeOffset? due, CancellationToken cancellation)
    {
        if (context is { PersonId: { } person, Permissions: { } permissions })
        {
            return WorkflowRule.Decide(person, permissions, verb ?? VerbOf(kind), await ReadAsync());
        }

        if (context.Means is ReleaseMeans.Newsroom or ReleaseMeans.Api)
        {
            throw new InvalidOperationException("A release of the newsroom is made by a person whose permissions are known.");
        }

        // What was right when it was scheduled need not be right any more. Four eyes is for people: what the machine's user or an archive scheduled is not asked.
        return context.Means == ReleaseMeans.Schedule && due is not null && story.Draft?.ScheduledBy?.PersonId is { } scheduler ? WorkflowRule.SecondPair(scheduler, await ReadAsync()) : null;

        async Task<StoryAtWork> ReadAsync() =>
            (await StoryWorkReader.Needed(work).ReadAsync(connection, story.Code, cancellation) ?? throw new InvalidOperationException($"The story {story.Code} is read for a release and is not there.")).Story;
    }

    private static StoryVerb VerbOf(ReleaseKind kind) => kind switch
    {
        ReleaseKind.Publish => StoryVerb.Publish,
        ReleaseKind.Update => StoryVerb.Update,
        ReleaseKind.Correction => StoryVerb.Correct,
        ReleaseKind.Retraction => StoryVerb.Retract,
        ReleaseKind.Withdrawal => StoryVerb.Withdraw,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
