using Storyprint.Text.Languages;
using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>Finds quoted text: the words between quotation marks of any shape.</summary>
public static class QuotedText
{
    /// <summary>The outermost quoted spans, without their marks; an unclosed mark quotes to the end, as in quotations of several paragraphs.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        List<string> spans = [];
        var (open, start) = (0, 0);
        foreach (var token in Tokenizer.Of(text, Language.Of(null)))
        {
            var step = TokenRange.Step(token);
            if (step > 0 && open++ == 0)
            {
                start = token.End;
            }
            else if (step < 0 && open > 0 && --open == 0)
            {
                spans.Add(text[start..token.Start].Trim());
            }
        }

        return open > 0 ? [.. spans, text[start..].Trim()] : spans;
    }
}
