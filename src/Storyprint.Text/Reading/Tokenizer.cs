using Storyprint.Text.Languages;

namespace Storyprint.Text.Reading;

/// <summary>The tokens of a text with their comparison keys.</summary>
internal static class Tokenizer
{
    public static List<Token> Of(string text, Language language)
    {
        var spans = TokenSpans.Of(text);
        var tokens = new List<Token>(spans.Count);
        foreach (var span in spans)
        {
            var spelling = span.Kind == TokenKind.Word ? WordKey.Of(text[span.Start..span.End], language) : "";
            tokens.Add(new Token(span.Kind, span.Start, span.Length, spelling) { IsAlone = span.IsAlone });
        }

        MarkKeys.Fill(tokens, text, language);
        return tokens;
    }
}
