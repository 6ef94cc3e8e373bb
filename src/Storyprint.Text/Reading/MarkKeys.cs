using Storyprint.Text.Harmless;
using Storyprint.Text.Languages;

namespace Storyprint.Text.Reading;

/// <summary>
/// The forms in which the marks of a paragraph are compared, and where a space that is missing makes a difference: the spelling of what follows
/// says so at its head.
/// </summary>
internal static class MarkKeys
{
    /// <param name="tokens">The tokens of a whole paragraph, marks without spelling.</param>
    public static void Fill(List<Token> tokens, string text, Language language)
    {
        var quotations = new QuotationMarks();
        var last = -1;
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.Kind == TokenKind.Space)
            {
                continue;
            }

            if (token.Kind == TokenKind.Mark)
            {
                token = token with { Spelling = Key(quotations, text, token, language) };
            }

            if (last >= 0 && Head(tokens[last], token, IsSpaced(tokens, last, index, text), text) is { } head)
            {
                token = token with { Spelling = head + token.Spelling };
            }

            tokens[index] = token;
            last = index;
        }
    }

    private static string Key(QuotationMarks quotations, string text, Token token, Language language)
    {
        var mark = text[token.Start..token.End];
        return quotations.Of(text, token.Start, token.Length)
            ?? Dashes.Of(text, token.Start, token.Length)
            ?? Ellipsis.Of(mark)
            ?? language.Marks.GetValueOrDefault(mark)
            ?? (WordKey.IsWellFormed(mark) ? mark.Normalize() : mark);
    }

    private static bool IsSpaced(List<Token> tokens, int last, int index, string text)
    {
        for (var between = last + 1; between < index; between++)
        {
            if (char.IsWhiteSpace(text[tokens[between].Start]))
            {
                return true;
            }
        }

        return false;
    }

    // Between two words there is always a space, but in scripts that are written without, where one means something.
    private static char? Head(Token before, Token after, bool isSpaced, string text) => before.Kind == TokenKind.Word && after.Kind == TokenKind.Word
        ? isSpaced && after.IsAlone && !IsHanOrKana(text[after.Start]) ? Token.Apart : null
        : isSpaced || WhiteSpace.IsFreeBetween(before, after, after.End < text.Length && char.IsDigit(text[after.End])) ? null : Token.Glued;

    private static bool IsHanOrKana(char character) => character is >= '\u3040' and <= '\u9FFF';
}
