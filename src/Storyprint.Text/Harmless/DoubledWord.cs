using Storyprint.Text.Differences;
using Storyprint.Text.Reading;

namespace Storyprint.Text.Harmless;

/// <summary>Rule: one of two equal adjacent words is removed, where the language's file says that the word is never doubled on purpose ("had had" is).</summary>
internal static class DoubledWord
{
    public static bool Explains(TextChange change) => change.New.From == change.New.To
        && change.Old.Significant.ToList() is [{ Kind: TokenKind.Word } word]
        && word.Mark == word.Key && change.Old.Paragraph.Language.IsNeverDoubledOnPurpose(word.Key)
        && (IsSame(change.Old, change.Old.From - 1, -1, word) || IsSame(change.Old, change.Old.To, +1, word));

    private static bool IsSame(TokenRange range, int index, int step, Token word)
    {
        var tokens = range.Paragraph.Tokens;
        while (index >= 0 && index < tokens.Count && tokens[index].Kind == TokenKind.Space)
        {
            index += step;
        }

        return index >= 0 && index < tokens.Count && tokens[index].Kind == TokenKind.Word && tokens[index].Mark == word.Mark;
    }
}
