using System.Text;

namespace Storyprint.Text.Differences;

/// <summary>A paragraph with its tokens.</summary>
internal sealed class TokenizedParagraph
{
    public TokenizedParagraph(ComparedParagraph paragraph)
    {
        Tag = paragraph.Tag;
        Text = paragraph.Text;
        Tokens = Tokenizer.Of(Text);
        Significant = [.. Enumerable.Range(0, Tokens.Count).Where(index => Tokens[index].Kind != TokenKind.Space)];
        Words = [.. Tokens.Where(token => token.Kind == TokenKind.Word).Select(token => token.Spelling.ToLowerInvariant())];
        Spelling = SpellingOf(0, Tokens.Count);
    }

    public string Tag { get; }

    public string Text { get; }

    public List<Token> Tokens { get; }

    /// <summary>Indexes of the tokens that are no spaces.</summary>
    public int[] Significant { get; }

    /// <summary>Folded words in order, for likeness.</summary>
    public string[] Words { get; }

    /// <summary>What two paragraphs with at most typographical differences have in common.</summary>
    public string Spelling { get; }

    /// <summary>
    /// The spelling of some tokens. A space counts only where it parts two letters of a cased script or two digits:
    /// "not able" is not "notable", but spaces, joiners and nothing are alike between the parts of a Persian word.
    /// </summary>
    public string SpellingOf(int from, int to)
    {
        var spelling = new StringBuilder();
        var spaced = false;
        foreach (var token in Tokens.Skip(from).Take(to - from))
        {
            if (token.Spelling.Length == 0)
            {
                spaced |= token.Kind == TokenKind.Space && char.IsWhiteSpace(Text[token.Start]);
                continue;
            }

            if (spaced && spelling.Length > 0 && Parts(spelling[^1]) && Parts(token.Spelling[0]))
            {
                spelling.Append(' ');
            }

            spelling.Append(token.Spelling);
            spaced = false;
        }

        return spelling.ToString();
    }

    public string Slice(int from, int to) =>
        from == to ? "" : Text[Tokens[from].Start..Tokens[to - 1].End];

    private static bool Parts(char character) =>
        char.IsDigit(character) || char.ToUpperInvariant(character) != char.ToLowerInvariant(character);
}
