namespace Storyprint.Stories.Releases;

/// <summary>The sentence readers see after a correction: what was wrong, what is right.</summary>
/// <param name="Text">In the edition's language, as printed.</param>
/// <param name="At">When the correction was released.</param>
public sealed record CorrectionNote(string Text, DateTimeOffset At);
