using System.Globalization;
using System.Text;

namespace Storyprint.Extraction.Pdf;

/// <summary>
/// The shapes that letters take beside others, which have characters of their own in Unicode and stand in PDFs instead of the letters; and where a shape says that two
/// letters of one word are not joined, so that a zero width non-joiner stood between them.
/// </summary>
internal static class PresentationForms
{
    private const char NonJoiner = '\u200C';

    /// <summary>The letters of a shape: ﻼ is ل and ا, ﬁ is f and i. Whatever is no such shape stays as it is.</summary>
    public static string Letters(string text)
    {
        if (!text.Any(IsForm))
        {
            return text;
        }

        var letters = new StringBuilder();
        foreach (var character in text)
        {
            // The shapes of marks standing alone decompose to a space and the mark.
            letters.Append(IsForm(character) ? character.ToString().Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal) : character);
        }

        return letters.ToString();
    }

    /// <summary>
    /// What a reader sees of a glyph's text. Fonts draw the apostrophe and the letters ʼ and ʻ with one shape, and a browser that writes a PDF takes the letter; marks of
    /// direction and places where a word may be broken are not drawn.
    /// </summary>
    public static string Seen(string text) =>
        text.Length == 1 && text[0] < '\u00AD' ? text : string.Concat(text.Where(IsSeen)).Replace('\u02BC', '\u2019').Replace('\u02BB', '\u2018');

    private static bool IsSeen(char character) => character is NonJoiner or '\u200D' || char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Control);

    /// <summary>Whether a non-joiner stood between two neighbours of one word, both as they are drawn.</summary>
    public static string Between(string before, string behind) =>
        before.Length > 0 && behind.Length > 0 && (IsForm(before[^1]) || IsForm(behind[0])) && !IsDividedLigature(before[^1], behind[0]) && !JoinsNext(before[^1]) && CouldJoinNext(before[^1]) && !JoinsPrevious(behind[0]) && IsJoining(behind[0]) ? NonJoiner.ToString() : "";

    // ل and ا are one shape, which a font's table may give as two letters.
    private static bool IsDividedLigature(char before, char behind) => before == '\u0644' && behind is ('\u0622' or '\u0623' or '\u0625' or '\u0627');

    private static bool IsForm(char character) => character is (>= '\uFB00' and <= '\uFB06') or (>= '\uFB13' and <= '\uFB17') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    private static bool JoinsNext(char character) => Shape(character) is 'i' or 'm';

    private static bool JoinsPrevious(char character) => Shape(character) is 'f' or 'm';

    // Where a font's table gives shapes, the letter itself stands for its isolated shape.
    private static char Shape(char character)
    {
        if (!IsForm(character))
        {
            return 's';
        }

        var letter = Letters(character.ToString());
        var (first, count) = Family(character, letter);
        return ((character - first) % count) switch { 0 => 's', 1 => 'f', 2 => 'i', _ => 'm' };
    }

    // The shapes of a letter follow each other: isolated, final, and of those that join on both sides initial and medial.
    private static (char First, int Count) Family(char character, string letter)
    {
        var (first, last) = (character, character);
        while (IsForm((char)(first - 1)) && Letters(((char)(first - 1)).ToString()) == letter)
        {
            first--;
        }

        while (IsForm((char)(last + 1)) && Letters(((char)(last + 1)).ToString()) == letter)
        {
            last++;
        }

        return (first, last - first + 1);
    }

    private static bool IsJoining(char character) => Letters(character.ToString()) is [var first, ..] && IsArabicLetter(first) && first is not ('\u0621' or '\u0640');

    private static bool IsArabicLetter(char character) => character is >= '\u0620' and <= '\u06D3' && char.IsLetter(character);

    // Letters that join to both sides; the others never join to the next.
    private static bool CouldJoinNext(char character) => Letters(character.ToString()) is [.., var last] && IsArabicLetter(last) && !ToPreviousOnly.Contains(last, StringComparison.Ordinal);

    private const string ToPreviousOnly = "\u0621\u0622\u0623\u0624\u0625\u0627\u0629\u062F\u0630\u0631\u0632\u0640\u0648\u0649\u0671\u0672\u0673\u0675\u0676\u0677\u0688\u0689\u068A\u068B\u068C\u068D\u068E\u068F\u0690"
        + "\u0691\u0692\u0693\u0694\u0695\u0696\u0697\u0698\u0699\u06C0\u06C3\u06C4\u06C5\u06C6\u06C7\u06C8\u06C9\u06CA\u06CB\u06CD\u06CF\u06D2\u06D3";
}
