using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Releases;

/// <summary>
/// Publishes due stories, earliest first. Overdue stories are published at start; the revision keeps both times. Any number of nodes may run this at once: each
/// story is checked again under the write lock, so one node releases it and the others skip it.
/// </summary>
public sealed class ReleaseDueStories(ReleaseStore store, ScheduleStore schedule, TimeProvider clock)
{
    /// <param name="context">The program that runs it; each release is made in the name of whoever scheduled it.</param>
    /// <returns>The outcome of each due story, without those that another node released first.</returns>
    public async Task<IReadOnlyList<(StoryCode Code, ReleaseOutcome Outcome)>> RunAsync(ReleaseContext context, CancellationToken cancellation = default)
    {
        List<(StoryCode, ReleaseOutcome)> outcomes = [];
        foreach (var code in await schedule.DueAsync(clock.GetUtcNow(), cancellation))
        {
            var outcome = await store.ReleaseAsync(context, code, Decide, fromDraft: true, cancellation: cancellation);
            if (outcome is not (ReleaseOutcome.NoDraft or ReleaseOutcome.Refused { Refusals: [ReleaseRefusal.NotDue, ..] }))
            {
                outcomes.Add((code, outcome));
            }

            if (outcome is ReleaseOutcome.Refused { Refusals: not [ReleaseRefusal.NotDue, ..] })
            {
                await schedule.RefusedAsync(code, outcome.Reason, cancellation);
            }

            if (outcome is ReleaseOutcome.LogRefuses or ReleaseOutcome.NotStored)
            {
                // Such a problem affects all releases.
                break;
            }
        }

        return outcomes;
    }

    // Everything is read again now: the story may have been changed, unscheduled or released since the list was read.
    private static ReleaseDecision Decide(StoryForRelease story, DateTimeOffset at) =>
        story.DueAt(at) is null
            ? new ReleaseDecision.Refused([new ReleaseRefusal.NotDue()])
            : PublishRule.Decide(story.State, story.Draft!.Content, story.Draft.Base, at, isAsImported: story.Draft.ScheduledBy?.Means == ReleaseMeans.Import);
}
