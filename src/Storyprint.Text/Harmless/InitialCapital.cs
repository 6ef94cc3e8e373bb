using Storyprint.Text.Differences;
using Storyprint.Text.Reading;

namespace Storyprint.Text.Harmless;

/// <summary>Rule: the first word of a paragraph gains or loses its capital, if it is one of the language's small words; "Polish" and "may" are not.</summary>
internal static class InitialCapital
{
    public static bool Explains(TextChange change) => IsHead(change.Old) && IsHead(change.New)
        && change.Old.Significant.ToList() is [{ Kind: TokenKind.Word } old] && change.New.Significant.ToList() is [{ Kind: TokenKind.Word } now]
        && old.Mark[1..] == now.Mark[1..] && old.Key == now.Key && change.Old.Paragraph.Language.IsSmallWord(old.Key);

    private static bool IsHead(TokenRange range) => range.Paragraph.Tokens.Take(range.From).All(token => token.Kind == TokenKind.Space);
}
