using System.Text;
using Storyprint.Text.Harmless;

namespace Storyprint.Text.Reading;

/// <summary>Tokens From..To of a paragraph, one side of a change.</summary>
internal readonly record struct TokenRange(TokenizedParagraph Paragraph, int From, int To)
{
    private const string NumberSigns = "+-−–±%‰٪$€£¥﷼\uFDD1\uFDD3";
    private const int NearDate = 2;

    public string Text => Paragraph.Slice(From, To);

    /// <summary>The range without spaces at its ends.</summary>
    public TokenRange Trimmed
    {
        get
        {
            var (from, to) = (From, To);
            while (from < to && Paragraph.Tokens[from].Kind == TokenKind.Space)
            {
                from++;
            }

            while (to > from && Paragraph.Tokens[to - 1].Kind == TokenKind.Space)
            {
                to--;
            }

            return this with { From = from, To = to };
        }
    }

    public IEnumerable<Token> Significant => Tokens(token => token.Kind != TokenKind.Space).Select(place => place.Token);

    public IEnumerable<Token> Words => Tokens(token => token.Kind == TokenKind.Word).Select(place => place.Token);

    /// <summary>Numbers in digits and in words with their signs, except parts of dates.</summary>
    public IEnumerable<Token> Numbers => In(range => range.Tokens(range.IsNumber)
        .Where(place => !range.IsDate(place.Index, place.Token))
        .Concat(range.Tokens(token => token.Kind == TokenKind.Mark && NumberSigns.Contains(token.Mark, StringComparison.Ordinal)).Where(place => range.IsBesideNumber(place.Index)))
        .OrderBy(place => place.Index));

    /// <summary>"12 March": a number within two words of a month or weekday, that word beside a number, and any weekday.</summary>
    public IEnumerable<Token> Dates => In(range => range.Tokens(token => token.Kind == TokenKind.Word).Where(place => range.IsDate(place.Index, place.Token)));

    public IEnumerable<Token> Negations
    {
        get
        {
            var negations = Paragraph.Language.Negations;
            return Words.Where(word => negations.Contains(word.Key));
        }
    }

    /// <summary>Capitalised words inside a sentence.</summary>
    /// <param name="withHeads">Whether to include those at the beginning of a sentence, except small words of the language.</param>
    public IEnumerable<Token> Names(bool withHeads = false)
    {
        var range = this;
        return Tokens(token => token.Kind == TokenKind.Word && token.Mark is not ("I" or "I'm" or "I've" or "I'd" or "I'll") && IsCapitalised(token.Mark))
            .Where(place => !range.OpensSentence(place.Index) || (withHeads && !range.Paragraph.Language.IsSmallWord(place.Token.Key)))
            .Select(place => place.Token);
    }

    public IEnumerable<Token> Quotes => Tokens(token => token.Kind == TokenKind.Mark && QuotationMarks.IsQuotation(token.Mark)).Select(place => place.Token);

    /// <summary>Whether the range is, wholly or in part, inside quotation marks.</summary>
    public bool IsQuoted
    {
        get
        {
            var open = 0;
            for (var index = 0; index < From; index++)
            {
                open += Step(Paragraph.Tokens[index]);
            }

            return open > 0 || Quotes.Any();
        }
    }

    public static int Step(Token token) => token.Kind != TokenKind.Mark || !QuotationMarks.IsQuotation(token.Mark) ? 0 : token.Mark[0] == QuotationMarks.Opening ? 1 : -1;

    public string Shown(Token token) => Paragraph.Text[token.Start..token.End];

    public static bool IsCapitalised(string spelling) =>
        spelling.Length > 0 && Rune.TryGetRuneAt(spelling, 0, out var rune) && (Rune.IsUpper(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.TitlecaseLetter);

    public bool OpensSentence(int index)
    {
        while (--index >= 0)
        {
            var token = Paragraph.Tokens[index];
            if (token.Kind == TokenKind.Space || QuotationMarks.IsQuotation(token.Mark) || token.Mark is "(" or "[" or "¿" or "¡")
            {
                continue;
            }

            return token.Kind == TokenKind.Mark && token.Mark is "." or "!" or "?" or "..." or ":" or ";" or "·" or "-" or Dashes.Parting;
        }

        return true;
    }

    private IEnumerable<Token> In(Func<TokenRange, IEnumerable<(int Index, Token Token)>> places) => places(this).Select(place => place.Token);

    private IEnumerable<(int Index, Token Token)> Tokens(Func<Token, bool> isWanted)
    {
        for (var index = From; index < To; index++)
        {
            if (isWanted(Paragraph.Tokens[index]))
            {
                yield return (index, Paragraph.Tokens[index]);
            }
        }
    }

    private bool IsNumber(Token token) => token.HasDigit || (token.Kind == TokenKind.Word && Paragraph.Language.Numbers.Contains(token.Key));

    private bool IsDate(int index, Token token)
    {
        var range = this;
        var dates = Paragraph.Language.Dates;
        return token.Kind == TokenKind.Word && (IsNumber(token) ? Near(other => dates.Contains(other.Key))
            : dates.IsWeekday(token.Key) || (dates.Contains(token.Key) && Near(range.IsNumber)));

        bool Near(Func<Token, bool> holds) => range.Neighbours(index, -1).Concat(range.Neighbours(index, +1)).Any(holds);
    }

    private IEnumerable<Token> Neighbours(int index, int step)
    {
        for (var found = 0; found < NearDate && (index += step) >= 0 && index < Paragraph.Tokens.Count;)
        {
            if (Paragraph.Tokens[index].Kind == TokenKind.Word)
            {
                found++;
                yield return Paragraph.Tokens[index];
            }
        }
    }

    private bool IsBesideNumber(int index) =>
        (index > 0 && Paragraph.Tokens[index - 1].HasDigit) || (index + 1 < Paragraph.Tokens.Count && Paragraph.Tokens[index + 1].HasDigit);
}
