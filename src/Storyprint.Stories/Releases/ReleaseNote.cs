namespace Storyprint.Stories.Releases;

/// <summary>The update's message to readers, in the edition's language.</summary>
public sealed record ReleaseNote(string Text);
