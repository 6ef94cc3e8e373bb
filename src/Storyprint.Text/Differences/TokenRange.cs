using System.Text;

namespace Storyprint.Text.Differences;

/// <summary>Tokens From..To of a paragraph, one side of a change.</summary>
internal readonly record struct TokenRange(TokenizedParagraph Paragraph, int From, int To)
{
    private const string NumberSigns = "+-%‰٪$€£¥﷼";

    public IEnumerable<string> Numbers()
    {
        for (var index = From; index < To; index++)
        {
            var token = Paragraph.Tokens[index];
            if (token.HasDigit || (token.Kind == TokenKind.Mark && NumberSigns.Contains(token.Spelling, StringComparison.Ordinal) && IsBesideNumber(index)))
            {
                yield return token.Spelling;
            }
        }
    }

    public IEnumerable<string> Negations(NegationWords negations) =>
        Spellings(TokenKind.Word).Select(word => word.ToLowerInvariant()).Where(negations.Contains);

    public IEnumerable<string> Names()
    {
        for (var index = From; index < To; index++)
        {
            var token = Paragraph.Tokens[index];
            if (token.Kind == TokenKind.Word && token.Spelling is not "I" && IsCapitalised(token.Spelling) && !OpensSentence(index))
            {
                yield return token.Spelling;
            }
        }
    }

    public IEnumerable<string> Quotes() => Spellings(TokenKind.Mark).Where(mark => mark == Spelling.Quote);

    private IEnumerable<string> Spellings(TokenKind kind) =>
        Paragraph.Tokens.Skip(From).Take(To - From).Where(token => token.Kind == kind).Select(token => token.Spelling);

    private bool IsBesideNumber(int index) =>
        (index > 0 && Paragraph.Tokens[index - 1].HasDigit) || (index + 1 < Paragraph.Tokens.Count && Paragraph.Tokens[index + 1].HasDigit);

    private bool OpensSentence(int index)
    {
        while (--index >= 0)
        {
            var token = Paragraph.Tokens[index];
            if (token.Kind == TokenKind.Space || token.Spelling is Spelling.Quote or "(" or "[" or "¿" or "¡")
            {
                continue;
            }

            return token.Kind == TokenKind.Mark && token.Spelling is "." or "!" or "?" or "..." or ":" or ";" or "·" or "-";
        }

        return true;
    }

    private static bool IsCapitalised(string spelling) =>
        spelling.Length > 0 && Rune.TryGetRuneAt(spelling, 0, out var rune) && Rune.IsUpper(rune);
}
