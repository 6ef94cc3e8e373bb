using Storyprint.Text.Harmless;
using Storyprint.Text.Languages;

namespace Storyprint.Text.Reading;

/// <summary>
/// Computes the comparison keys of the marks of a paragraph. Where a missing space is significant, the key of the following token begins with a sign for it.
/// </summary>
internal static class MarkKeys
{
    /// <param name="tokens">The tokens of a whole paragraph, marks without keys.</param>
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

    // Two words always have a space between them, except in scripts without spaces, where a space is significant.
    private static char? Head(Token before, Token after, bool isSpaced, string text) => before.Kind == TokenKind.Word && after.Kind == TokenKind.Word
        ? isSpaced && after.IsAlone && !IsHanOrKana(text[after.Start]) ? Token.Apart : null
        : isSpaced || WhiteSpace.IsFreeBetween(before, after, after.End < text.Length && char.IsDigit(text[after.End])) ? null : Token.Glued;

    private static bool IsHanOrKana(char character) => character is >= '\u3040' and <= '\u9FFF';
}
