namespace Storyprint.Stories.Editions.Settings;

/// <summary>Why a setting cannot be used as it is.</summary>
/// <param name="Sentence">What is wrong and what to do, for whoever typed it.</param>
public sealed record SettingProblem(SettingKey Key, string Sentence);
