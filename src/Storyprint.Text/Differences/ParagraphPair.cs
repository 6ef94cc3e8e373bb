namespace Storyprint.Text.Differences;

/// <summary>A paragraph before and its continuation after.</summary>
internal readonly record struct ParagraphPair(int Before, int After);
