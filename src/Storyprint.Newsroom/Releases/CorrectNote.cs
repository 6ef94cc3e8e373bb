using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.Newsroom.Releases;

/// <summary>Corrects the words of a note; its date and its position are unchanged.</summary>
public sealed class CorrectNote(ReleaseStore store)
{
    /// <param name="position">Which note, from 0 for the newest.</param>
    public Task<ReleaseOutcome> RunAsync(
        ReleaseContext context, StoryCode code, int position, NoteWords words, RevisionNumber? expected, CancellationToken cancellation = default) =>
        store.ReleaseAsync(context, code, (story, at) => CorrectNoteRule.Decide(story.State, position, words, expected, at), verb: StoryVerb.CorrectNote, cancellation: cancellation);
}
