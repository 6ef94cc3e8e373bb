using System.Text;
using Storyprint.Text.Differences;
using Storyprint.Text.Harmless;
using Storyprint.Text.Languages;

namespace Storyprint.Text.Reading;

/// <summary>A paragraph with its tokens. Tokenising is lazy, since two revisions share most of their paragraphs.</summary>
internal sealed class TokenizedParagraph(ComparedParagraph paragraph, Language language)
{
    public Language Language => language;

    public string Tag => paragraph.Tag;

    public string Text => paragraph.Text;

    public List<Token> Tokens => field ??= Tokenizer.Of(Text, language);

    /// <summary>Indexes of the tokens other than spaces.</summary>
    public int[] Significant => field ??= [.. Enumerable.Range(0, Tokens.Count).Where(index => Tokens[index].Kind != TokenKind.Space)];

    /// <summary>Words in order, in lower case, for similarity.</summary>
    public string[] Words => field ??= [.. Tokens.Where(token => token.Kind == TokenKind.Word).Select(token => token.Key)];

    /// <summary>A key that two paragraphs share if they differ at most in harmless typography.</summary>
    public string Spelling => field ??= SpellingOf(0, Tokens.Count);

    /// <summary>
    /// The key of some tokens. A space between two words counts, unless the language's file says that they are one word written apart; beside a mark it is part
    /// of the token's own key where it counts.
    /// </summary>
    public string SpellingOf(int from, int to)
    {
        var spelling = new StringBuilder();
        Token last = default;
        var isSpaced = false;
        for (var index = from; index < to; index++)
        {
            var token = Tokens[index];
            if (token.Kind == TokenKind.Space)
            {
                isSpaced |= char.IsWhiteSpace(Text[token.Start]);
                continue;
            }

            if (isSpaced && spelling.Length > 0 && (WordsApart.AreTwo(last, token, language) || WhiteSpace.PartsNumbers(last, token)))
            {
                spelling.Append(' ');
            }

            spelling.Append(token.Spelling);
            (last, isSpaced) = (token, false);
        }

        return spelling.ToString();
    }

    public string Slice(int from, int to) =>
        from == to ? "" : Text[Tokens[from].Start..Tokens[to - 1].End];
}
