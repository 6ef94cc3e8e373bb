using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Text.Spelling;

namespace Storyprint.Newsroom.Releases;

/// <summary>Updates a published story: it goes on.</summary>
/// <param name="dictionaries">Those of the machine; without them no spelling is known to be mended.</param>
public sealed class UpdateStory(ReleaseStore store, ISpellingDictionaries? dictionaries = null)
{
    /// <param name="note">What is new, for readers; may be left out only when the honest gate finds nothing.</param>
    public Task<ReleaseOutcome> RunAsync(ReleaseContext context, StoryCode code, ReleaseText text, ReleaseNote? note, CancellationToken cancellation = default) => store.ReleaseAsync(
        context, code, (story, at) => UpdateRule.Decide(story.State, text.Of(story), note, text.Expected, at, dictionaries), text.NewSlug, text is ReleaseText.Draft, text.NewSection, cancellation);
}
