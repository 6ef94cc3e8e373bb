namespace Storyprint.Storage.Engine;

/// <summary>Progress of long work.</summary>
/// <param name="What">What is counted, such as <c>rows of story</c>.</param>
/// <param name="Total">0 where unknown.</param>
public readonly record struct StepProgress(string What, long Done, long Total);
