using Storyprint.Stories.Drafts;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>A state of a story's draft.</summary>
/// <param name="Version">Counts the states from 1.</param>
public sealed record DraftState(long Version, StoryDraft Draft);
