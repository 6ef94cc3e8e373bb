using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Releases;

/// <summary>Updates a published story: it goes on.</summary>
public sealed class UpdateStory(ReleaseStore store)
{
    /// <param name="note">What is new, for readers; may be left out only when the honest gate finds nothing.</param>
    public Task<ReleaseOutcome> RunAsync(ReleaseContext context, StoryCode code, ReleaseText text, ReleaseNote? note, CancellationToken cancellation = default) => store.ReleaseAsync(
        context, code, (story, at) => UpdateRule.Decide(story.State, text.Of(story), note, text.Expected, at), text.NewSlug, text is ReleaseText.Draft, text.NewSection, cancellation);
}
