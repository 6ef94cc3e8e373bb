using System.Text;

namespace Storyprint.Extraction;

/// <summary>Cuts a text to so many bytes of UTF-8, at the end of a line or a word.</summary>
internal static class TextLength
{
    // How far back a word's end is looked for.
    private const int WordLength = 200;

    public static (string Text, bool IsCut) Cut(string text, int maxBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return (text, false);
        }

        var (length, bytes) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        var space = text.LastIndexOfAny([' ', '\n'], length - 1, Math.Min(WordLength, length));
        return (text[..(space > 0 ? space : length)], true);
    }
}
