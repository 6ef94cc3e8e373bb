using System.Globalization;
using System.Text;
using Storyprint.Text.Folding;

namespace Storyprint.Text.Reading;

/// <summary>A word, a mark or a space of a text: one or more whole graphemes.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="IsAlone">Whether it is a character of a script without spaces.</param>
public readonly record struct TokenSpan(TokenKind Kind, int Start, int Length, bool IsAlone)
{
    public int End => Start + Length;
}

/// <summary>
/// Splits a text into words, marks and spaces, at grapheme boundaries only. Numbers keep their separators ("19:40", "2.3"), words their apostrophes; in a
/// script without spaces each grapheme is a word.
/// </summary>
public static class TokenSpans
{
    private enum Shape
    {
        Letter,
        Digit,
        Alone,
        Joiner,
        Space,
        Mark,
    }

    /// <summary>The spans in order, without gaps.</summary>
    public static List<TokenSpan> Of(string text)
    {
        var spans = new List<TokenSpan>(text.Length / 3);
        var index = 0;
        while (index < text.Length)
        {
            var start = index;
            var shape = At(text, index, out var length);
            index += length;
            if (shape is Shape.Letter or Shape.Digit)
            {
                index = EndOfWord(text, index, shape);
            }

            spans.Add(new TokenSpan(KindOf(shape), start, index - start, shape == Shape.Alone));
        }

        return spans;
    }

    private static TokenKind KindOf(Shape shape) => shape switch
    {
        Shape.Space or Shape.Joiner => TokenKind.Space,
        Shape.Mark => TokenKind.Mark,
        _ => TokenKind.Word,
    };

    private static int EndOfWord(string text, int index, Shape last)
    {
        while (index < text.Length)
        {
            var shape = At(text, index, out var length);
            if (shape is Shape.Letter or Shape.Digit)
            {
                last = shape;
                index += length;
            }
            else if (IsHint(text[index]) || Joins(text, index, length, last))
            {
                var next = index + length;
                if (next >= text.Length || At(text, next, out _) is not (Shape.Letter or Shape.Digit))
                {
                    return index;
                }

                index = next;
            }
            else
            {
                return index;
            }
        }

        return index;
    }

    // An apostrophe between two letters, or a separator of numbers and times between two digits.
    private static bool Joins(string text, int index, int length, Shape last)
    {
        if (length != 1 || index + 1 >= text.Length)
        {
            return false;
        }

        var next = At(text, index + 1, out _);
        return text[index] switch
        {
            '\'' or '’' or 'ʼ' => next == Shape.Letter && last == Shape.Letter,
            '.' or ',' or ':' or '/' or '٫' or '٬' or '\u00A0' or '\u202F' or '\u2009' => next == Shape.Digit && last == Shape.Digit,
            _ => false,
        };
    }

    private static Shape At(string text, int index, out int length)
    {
        var first = text[index];
        if (char.IsAscii(first) && (index + 1 == text.Length || (char.IsAscii(text[index + 1]) && first != '\r')))
        {
            length = 1;
            return char.IsAsciiLetter(first) ? Shape.Letter
                : char.IsAsciiDigit(first) ? Shape.Digit
                : char.IsWhiteSpace(first) ? Shape.Space : Shape.Mark;
        }

        length = StringInfo.GetNextTextElementLength(text, index);
        if (!Rune.TryGetRuneAt(text, index, out var rune))
        {
            return Shape.Mark;
        }

        return ShapeOf(rune, isWhole: length == rune.Utf16SequenceLength || first == '\r') is var shape && shape == Shape.Joiner && !IsAtSpace(text, index)
            ? Shape.Mark
            : shape;
    }

    private static Shape ShapeOf(Rune rune, bool isWhole) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber => Shape.Digit,
        _ when Rune.IsLetter(rune) => FoldedWord.IsWrittenWithoutSpaces(rune.Value) ? Shape.Alone : Shape.Letter,
        _ when isWhole && Rune.IsWhiteSpace(rune) => Shape.Space,
        UnicodeCategory.Format when isWhole && rune.IsBmp && (rune.Value is 0x200B or 0x200C || IsHint((char)rune.Value)) => Shape.Joiner,
        _ => Shape.Mark,
    };

    // Soft hyphens and other break hints are part of words. All other invisible characters are marks: some reverse digits on the screen.
    private static bool IsHint(char character) => character is '\u00AD' or '\u2060' or '\uFEFF';

    private static bool IsAtSpace(string text, int index) =>
        index == 0 || index + 1 == text.Length || char.IsWhiteSpace(text[index - 1]) || char.IsWhiteSpace(text[index + 1]);
}
