using System.Buffers;

namespace Storyprint.Formats.Html;

/// <summary>Removes what XML, HTML and UTF-8 forbid: control characters and unpaired surrogates. Those that separate words are a space.</summary>
internal static class ControlCharacterFilter
{
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(value => (char)value).Except(['\t', '\n', '\r']), '\u007F', '\uFFFE', '\uFFFF']);

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(value => (char)value).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    // HTML, "numeric character reference end state": what stands in the place of C1 controls is Windows-1252 under the label of ISO-8859-1.
    private const string Windows1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    public static string Remove(string text) =>
        text.AsSpan().ContainsAny(Suspects) || (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && Enumerable.Range(0, text.Length).Any(at => IsHalf(text, at)))
            ? string.Concat(text.Select((character, at) => Kept(character, text, at)).OfType<char>())
            : text;

    /// <summary>Replaces each with a space.</summary>
    public static void Blank(Span<char> text)
    {
        while (text.IndexOfAny(Unwanted) is var index and >= 0)
        {
            text[index] = ' ';
            text = text[(index + 1)..];
        }
    }

    private static char? Kept(char character, string text, int at) => character switch
    {
        '\f' or '\v' => ' ',
        >= '\u0080' and <= '\u009F' => Windows1252[character - '\u0080'] is var meant and not '\0' ? meant : null,
        _ => Unwanted.Contains(character) || IsHalf(text, at) ? null : character,
    };

    private static bool IsHalf(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}
