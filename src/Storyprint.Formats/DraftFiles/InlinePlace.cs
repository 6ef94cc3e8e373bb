namespace Storyprint.Formats.DraftFiles;

/// <summary>Where in a file a text stands.</summary>
/// <param name="Indent">What each further line begins with.</param>
/// <param name="IsOneLine">Whether it cannot have further lines: a heading, a cell, a field of a picture.</param>
/// <param name="IsCell">Whether a bar would end it.</param>
internal readonly record struct InlinePlace(string Indent, bool IsOneLine = false, bool IsCell = false)
{
    public static InlinePlace Text { get; } = new(string.Empty);

    public static InlinePlace Line { get; } = new(string.Empty, IsOneLine: true);

    public static InlinePlace Cell { get; } = new(string.Empty, IsOneLine: true, IsCell: true);
}
