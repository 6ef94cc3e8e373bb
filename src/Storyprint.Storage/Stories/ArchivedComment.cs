namespace Storyprint.Storage.Stories;

/// <summary>A reader's comment that came with a story from an earlier system.</summary>
/// <param name="WrittenAt">Null where the archive did not say.</param>
/// <param name="Text">Plain text; line feeds are line breaks.</param>
/// <param name="Parent">The position of the comment that it answers, from 0; or null.</param>
public sealed record ArchivedComment(string Author, DateTimeOffset? WrittenAt, string Text, int? Parent);
