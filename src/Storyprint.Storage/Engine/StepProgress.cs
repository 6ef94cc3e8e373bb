namespace Storyprint.Storage.Engine;

/// <summary>How far a long piece of work is.</summary>
/// <param name="What">What is counted, as <c>rows of story</c>.</param>
/// <param name="Total">0 where it is not known.</param>
public readonly record struct StepProgress(string What, long Done, long Total);
