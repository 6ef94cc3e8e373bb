namespace Storyprint.Formats.Imports;

/// <summary>A reader's comment that was public on the old site. Mail and network addresses of its author are not read.</summary>
/// <param name="WrittenAt">In UTC; null where the archive did not say.</param>
/// <param name="Text">Plain text; line feeds are line breaks.</param>
/// <param name="Parent">The position of the comment that it answers among those of its story, from 0; or null.</param>
public sealed record ImportedComment(string Author, DateTimeOffset? WrittenAt, string Text, int? Parent);
