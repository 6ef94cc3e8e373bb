using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Releases;

/// <summary>
/// Publishes what is due, in the order of the hours, however late: what a machine slept through goes out when it wakes, and the record bears both times.
/// Any number of nodes may do so at once; each story is looked at again under the write lock, so one of them releases it and the others find it done.
/// </summary>
public sealed class ReleaseDueStories(ReleaseStore store, ScheduleStore schedule, TimeProvider clock)
{
    /// <param name="context">The program that does it; each release stands in the name of whoever set its hour.</param>
    /// <returns>What became of each story that was due; a story that another node released first is not among them.</returns>
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

            if (outcome is ReleaseOutcome.LogRefuses or ReleaseOutcome.NotStored)
            {
                // What stops one release stops them all.
                break;
            }
        }

        return outcomes;
    }

    // Everything is asked again now: the story may have been changed, taken back or released since the list was read.
    private static ReleaseDecision Decide(StoryForRelease story, DateTimeOffset at) =>
        story.DueAt(at) is null
            ? new ReleaseDecision.Refused([new ReleaseRefusal.NotDue()])
            : PublishRule.Decide(story.State, story.Draft!.Content, story.Draft.Base, at);
}
