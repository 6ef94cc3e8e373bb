using System.Globalization;
using System.Text;
using Storyprint.Stories.Canonical;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>Takes a text apart into words. Punctuation is typography and falls away, except question marks, which turn a sentence round.</summary>
internal static class GateWords
{
    // Between digits these belong to the number: 1,000 and 1.5 and 10:30.
    private const string InsideNumbers = ".,:/٫٬";

    public static IEnumerable<GateWord> Of(string text, bool quoted = false, bool named = false)
    {
        // Half a surrogate pair cannot be composed; such a draft is refused elsewhere, with a sentence.
        var line = CanonicalLine.FirstUnassigned(text) is null ? CanonicalLine.Composed(text) : text;
        var quotes = quoted ? [] : QuotedSpans.Of(line);
        var starts = true;
        for (var index = 0; index < line.Length;)
        {
            var end = EndOfWord(line, index);
            if (end == index)
            {
                starts |= line[index] is '.' or '!' or '?' or '؟' or '…' or '。' or ':' or '\n' || QuotedSpans.IsMark(line[index]);
                index++;
                continue;
            }

            var shown = line[index..end];
            var key = GateFold.Of(shown);
            if (key.Length > 0)
            {
                yield return new GateWord(key, shown)
                {
                    IsCapital = Rune.GetUnicodeCategory(Rune.GetRuneAt(shown, 0)) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter,
                    StartsSentence = starts,
                    IsQuoted = quoted || IsWithin(quotes, index),
                    IsNamed = named,
                    IsNumber = key.AsSpan().ContainsAnyInRange('0', '9') || IsUnit(key[0]),
                };
                starts = key is "?";
            }

            index = end;
        }
    }

    private static bool IsWithin(IReadOnlyList<(int Start, int End)> spans, int index)
    {
        for (var span = 0; span < spans.Count && spans[span].Start <= index; span++)
        {
            if (index < spans[span].End)
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOfWord(string line, int start)
    {
        if (line[start] is '?' or '؟' || IsUnit(line[start]))
        {
            return start + 1;
        }

        var index = start;

        // A minus sign is one only where nothing stands before it: "5-7" is a span.
        if (line[start] is '-' or '\u2212' && IsDigit(line, start + 1) && (start == 0 || char.IsWhiteSpace(line[start - 1])))
        {
            index++;
        }

        while (index < line.Length && char.IsAsciiLetter(line[index]))
        {
            index++;
        }

        while (index < line.Length && Rune.TryGetRuneAt(line, index, out var rune) && (IsOfWord(rune) || IsInside(line, start, index)))
        {
            index += rune.Utf16SequenceLength;
        }

        return index;
    }

    private static bool IsInside(string line, int start, int index) => index > start && index + 1 < line.Length
        && (line[index] is '\'' or '\u2019' ? char.IsLetter(line[index - 1]) && char.IsLetter(line[index + 1])
            : InsideNumbers.Contains(line[index], StringComparison.Ordinal) && IsDigit(line, index - 1) && IsDigit(line, index + 1));

    private static bool IsDigit(string line, int index) => index < line.Length && char.IsDigit(line[index]);

    private static bool IsUnit(char sign) =>
        sign is '%' or '٪' or '‰' or '°' || (!char.IsAsciiLetterOrDigit(sign) && char.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol);

    // Joiners and soft hyphens stand inside words; they are folded away with the marks.
    private static bool IsOfWord(Rune rune) => Rune.IsLetter(rune) || Rune.IsNumber(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
