namespace Storyprint.Text.Differences;

/// <summary>A change: significant tokens From..To of the text before became From..To of the text after. Either may be empty.</summary>
public readonly record struct Region(int BeforeFrom, int BeforeTo, int AfterFrom, int AfterTo);
