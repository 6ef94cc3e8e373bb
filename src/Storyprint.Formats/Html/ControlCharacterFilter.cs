using System.Buffers;

namespace Storyprint.Formats.Html;

/// <summary>Removes what XML, HTML and UTF-8 forbid: control characters and unpaired surrogates.</summary>
internal static class ControlCharacterFilter
{
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(value => (char)value).Except(['\t', '\n', '\r']), '\u007F', '\uFFFE', '\uFFFF']);

    public static string Remove(string text) =>
        text.AsSpan().ContainsAny(Unwanted) || (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && Enumerable.Range(0, text.Length).Any(at => IsHalf(text, at)))
            ? string.Concat(text.Where((character, at) => !Unwanted.Contains(character) && !IsHalf(text, at)))
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

    private static bool IsHalf(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}
