using Storyprint.Text.Languages;
using Storyprint.Text.Reading;

namespace Storyprint.Text.Harmless;

/// <summary>Rule: two words with a space between them are one where the language's file says so: کتاب ها is کتاب‌ها. Otherwise "not able" is not "notable".</summary>
internal static class WordsApart
{
    public static bool AreTwo(Token before, Token after, Language language) =>
        before.Kind == TokenKind.Word && after.Kind == TokenKind.Word && !(before.IsAlone && after.IsAlone)
        && language.Joiners?.AreOneWordApart(before.Mark, after.Mark) != true;
}
