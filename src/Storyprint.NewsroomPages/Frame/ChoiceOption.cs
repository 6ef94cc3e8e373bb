namespace Storyprint.NewsroomPages.Frame;

/// <summary>One option of a <c>Choice</c>.</summary>
/// <param name="Hint">What it means, or null.</param>
public sealed record ChoiceOption(string Value, string Name, string? Hint = null, bool IsDisabled = false);
