using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Releases;

/// <summary>Retracts a story: its text stays readable, marked, with the reason.</summary>
public sealed class RetractStory(ReleaseStore store)
{
    public Task<ReleaseOutcome> RunAsync(ReleaseContext context, StoryCode code, string reason, RevisionNumber? expected, CancellationToken cancellation = default) =>
        store.ReleaseAsync(context, code, (story, at) => RetractRule.Decide(story.State, reason, expected, at), cancellation: cancellation);
}
