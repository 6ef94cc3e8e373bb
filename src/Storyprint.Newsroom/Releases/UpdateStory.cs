using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Text.Spelling;

namespace Storyprint.Newsroom.Releases;

/// <summary>Updates a published story that has developed.</summary>
/// <param name="dictionaries">The machine's spelling dictionaries; without them no correction of spelling is recognised.</param>
public sealed class UpdateStory(ReleaseStore store, ISpellingDictionaries? dictionaries = null)
{
    /// <param name="note">The message to readers; may be omitted only when the honest gate finds nothing.</param>
    public Task<ReleaseOutcome> RunAsync(ReleaseContext context, StoryCode code, ReleaseText text, ReleaseNote? note, CancellationToken cancellation = default) => store.ReleaseAsync(
        context, code, (story, at) => UpdateRule.Decide(story.State, text.Of(story), note, text.Expected, at, dictionaries), text.NewSlug, text is ReleaseText.Draft, text.NewSection, text.SeenText, cancellation: cancellation);
}
