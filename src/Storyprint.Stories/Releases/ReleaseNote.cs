namespace Storyprint.Stories.Releases;

/// <summary>The public sentence of an update: what is new, in the edition's language.</summary>
public sealed record ReleaseNote(string Text);
