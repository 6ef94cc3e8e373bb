using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Releases;

/// <summary>Corrects a published story, with a note that stays.</summary>
public sealed class CorrectStory(ReleaseStore store)
{
    public Task<ReleaseOutcome> RunAsync(ReleaseContext context, StoryCode code, ReleaseText text, NoteWords note, CancellationToken cancellation = default) => store.ReleaseAsync(
        context, code, (story, at) => CorrectRule.Decide(story.State, text.Of(story), note, text.Expected, at), text.NewSlug, text is ReleaseText.Draft, text.NewSection, cancellation);
}
