using System.Text;
using Storyprint.Text.Differences;
using Storyprint.Text.Languages;
using Storyprint.Text.Reading;
using Storyprint.Text.Spelling;

namespace Storyprint.Text.Harmless;

/// <summary>
/// Rule: a spelling is corrected. The old word is unknown to the language's dictionary, not a name and not used elsewhere in the story; the new one is known,
/// one edit away, of the same case, without a digit, a number word or a negation. Without a dictionary no change is a correction of spelling.
/// </summary>
internal sealed class CorrectedSpelling(ComparisonWords words, string language, ISpellingDictionaries dictionaries)
{
    private const int Shortest = 3;

    public bool Explains(TextChange change)
    {
        Token[] old = [.. change.Old.Significant], now = [.. change.New.Significant];
        return old.Length > 0 && old.Length == now.Length
            && old.Zip(now).All(pair => pair.First.Spelling == pair.Second.Spelling || IsMended(change, pair.First, pair.Second));
    }

    private bool IsMended(TextChange change, Token old, Token now) =>
        old.Kind == TokenKind.Word && now.Kind == TokenKind.Word
        && IsOrdinary(change.Old, old) && IsOrdinary(change.New, now)
        && HasSameCase(change.Old.Paragraph.Language, old.Mark, now.Mark)
        && OneEdit.Apart(old.Key, now.Key)
        && SameAffixes(change.Old.Paragraph.Language, old.Key, now.Key)
        && words.Count(old.Key) == (1, 0)
        && IsUnknown(old.Key) && dictionaries.Knows(language, now.Key) == true
        && Neighbours(change.Old, old).All(word => dictionaries.Knows(language, word) == true);

    // A script without capitals does not distinguish names.
    private static bool IsOrdinary(TokenRange range, Token word) => word.Mark.Length >= Shortest
        && word.Mark.EnumerateRunes().All(rune => Rune.IsLetter(rune) && Rune.ToUpperInvariant(rune) != Rune.ToLowerInvariant(rune))
        && range.Paragraph.Language is var own && !own.Numbers.Contains(word.Key) && !own.Negations.Contains(word.Key) && !own.Dates.Contains(word.Key);

    // A capitalised word may be a name, except a small word at the beginning of a sentence.
    private static bool HasSameCase(Language own, string old, string now) =>
        !old.Any(char.IsUpper) ? !now.Any(char.IsUpper)
        : TokenRange.IsCapitalised(old) && TokenRange.IsCapitalised(now) && !old[1..].Any(char.IsUpper) && !now[1..].Any(char.IsUpper)
            && own.IsSmallWord(now.ToLowerInvariant());

    private static bool SameAffixes(Language own, string old, string now) =>
        !own.Negations.AreOpposites(old, now) && own.Negations.Affixes(old).SequenceEqual(own.Negations.Affixes(now));

    // Words known as names or abbreviations count as known.
    private bool IsUnknown(string word) => dictionaries.Knows(language, word) == false
        && dictionaries.Knows(language, char.ToUpperInvariant(word[0]) + word[1..]) == false
        && dictionaries.Knows(language, word.ToUpperInvariant()) == false;

    // "danah boyd": an unknown word beside another lower-case one may be a name that its bearer writes so.
    private static IEnumerable<string> Neighbours(TokenRange range, Token word)
    {
        var tokens = range.Paragraph.Tokens;
        var place = tokens.IndexOf(word);
        return new[] { place - 2, place + 2 }.Where(index => index >= 0 && index < tokens.Count).Select(index => tokens[index])
            .Where(token => token.Kind == TokenKind.Word && token.Mark == token.Key && token.Key.All(char.IsLetter)).Select(token => token.Key);
    }
}
