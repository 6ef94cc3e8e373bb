using System.Buffers;

namespace Storyprint.Formats.Html;

/// <summary>Takes out control characters, which no text means and XML and HTML forbid.</summary>
internal static class ControlCharacterFilter
{
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(value => (char)value).Except(['\t', '\n', '\r']), '\u007F', '\uFFFE', '\uFFFF']);

    public static string Remove(string text) =>
        text.AsSpan().ContainsAny(Unwanted) ? string.Concat(text.Where(character => !IsUnwanted(character))) : text;

    /// <summary>Writes a space for each of them.</summary>
    public static void Blank(Span<char> text)
    {
        while (text.IndexOfAny(Unwanted) is var index and >= 0)
        {
            text[index] = ' ';
            text = text[(index + 1)..];
        }
    }

    private static bool IsUnwanted(char character) => Unwanted.Contains(character);
}
