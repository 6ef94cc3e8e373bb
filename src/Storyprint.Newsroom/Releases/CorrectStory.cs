using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Text.Spelling;

namespace Storyprint.Newsroom.Releases;

/// <summary>Corrects a published story, with a permanent note.</summary>
/// <param name="dictionaries">The machine's spelling dictionaries; without them no correction of spelling is recognised.</param>
public sealed class CorrectStory(ReleaseStore store, ISpellingDictionaries? dictionaries = null)
{
    public Task<ReleaseOutcome> RunAsync(ReleaseContext context, StoryCode code, ReleaseText text, NoteWords note, CancellationToken cancellation = default) => store.ReleaseAsync(
        context, code, (story, at) => CorrectRule.Decide(story.State, text.Of(story), note, text.Expected, at, dictionaries), text.NewSlug, text is ReleaseText.Draft, text.NewSection, text.SeenText, cancellation: cancellation);
}
