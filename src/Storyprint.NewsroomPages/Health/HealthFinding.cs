namespace Storyprint.NewsroomPages.Health;

/// <summary>One finding of an examination of the machine.</summary>
/// <param name="Severity">0: all well; 1: a warning; 2: a problem.</param>
/// <param name="Point">What was looked at, in a word or two.</param>
/// <param name="Advice">What to do about it; null where all is well.</param>
public sealed record HealthFinding(int Severity, string Point, string Sentence, string? Advice);
