using Storyprint.Text.Differences;
using Storyprint.Text.Reading;

namespace Storyprint.Text.Harmless;

/// <summary>
/// Rule: a full stop is added or removed at the end of a paragraph after a lower-case word; after a digit or a capital it makes an ordinal or an abbreviation.
/// </summary>
internal static class FinalStop
{
    private const int FewestWords = 3;

    public static bool Explains(TextChange change) => IsAtEnd(change.Old) && IsAtEnd(change.New)
        && (IsStop(change.Old, change.New) || IsStop(change.New, change.Old));

    private static bool IsStop(TokenRange with, TokenRange without) => without.From == without.To
        && with.Significant.ToList() is [{ Mark: "." }]
        && with.Paragraph.Words.Length >= FewestWords
        && Before(with) is { Kind: TokenKind.Word } word && word.Mark.Length > 2 && word.Mark.All(char.IsLetter) && word.Mark == word.Key;

    private static bool IsAtEnd(TokenRange range) => range.Paragraph.Tokens.Skip(range.To).All(token => token.Kind == TokenKind.Space);

    private static Token? Before(TokenRange range) => range.From > 0 ? range.Paragraph.Tokens[range.From - 1] : null;
}
