using System.Globalization;
using System.Text;
using Storyprint.Stories.Canonical;

namespace Storyprint.Checking;

/// <summary>
/// The order in which letters are shown where a text overrides it (U+202D and U+202E, Unicode Standard Annex 9): what is stored as "21" may be read as "12", and whoever
/// compares a copy compares what is read.
/// </summary>
internal static class ShownOrder
{
    private const char LeftToRightOverride = '\u202D';
    private const char RightToLeftOverride = '\u202E';
    private const char PopDirection = '\u202C';

    /// <summary>Whether a text changes the order of its letters by force, as no writing needs.</summary>
    public static bool IsForced(string text) => text.AsSpan().ContainsAny(LeftToRightOverride, RightToLeftOverride);

    /// <summary>The text with what is overridden in the order of reading; the overrides themselves are left out.</summary>
    public static string Of(string text)
    {
        if (!IsForced(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        var (open, run) = (new Stack<char>(), new StringBuilder());
        foreach (var character in text)
        {
            if (character is LeftToRightOverride or RightToLeftOverride or '\u202A' or '\u202B' or PopDirection or '\n' or '\u2029')
            {
                Flush();
                Turn(character);
            }
            else
            {
                run.Append(character);
            }
        }

        Flush();
        return shown.ToString();

        void Turn(char character)
        {
            switch (character)
            {
                // An override ends with its line, closed or not.
                case '\n' or '\u2029':
                    open.Clear();
                    shown.Append(character);
                    break;
                case PopDirection:
                    open.TryPop(out _);
                    break;
                default:
                    open.Push(character);
                    break;
            }
        }

        void Flush()
        {
            var direction = open.TryPeek(out var innermost) ? innermost : PopDirection;
            shown.Append(direction is LeftToRightOverride or RightToLeftOverride ? Reversed(run.ToString(), direction == RightToLeftOverride) : run.ToString());
            run.Clear();
        }
    }

    // Letters that run that way by themselves are read as they are stored, and so is what stands between them and the others.
    private static string Reversed(string run, bool isRightToLeft)
    {
        var shown = new StringBuilder(run.Length);
        var against = new List<(string Element, bool IsLetter)>();
        for (var elements = StringInfo.GetTextElementEnumerator(run); elements.MoveNext();)
        {
            var element = elements.GetTextElement();
            var rune = Rune.TryGetRuneAt(element, 0, out var first) ? first : Rune.ReplacementChar;
            if (Rune.IsLetter(rune) && InvisibleCharacters.IsRightToLeft(rune) == isRightToLeft)
            {
                Flush(isLast: false);
                shown.Append(element);
            }
            else
            {
                against.Add((element, Rune.IsLetterOrDigit(rune)));
            }
        }

        Flush(isLast: true);
        return shown.ToString();

        void Flush(bool isLast)
        {
            var from = shown.Length == 0 ? 0 : Math.Max(0, against.FindIndex(each => each.IsLetter));
            var to = isLast ? against.Count : against.FindLastIndex(each => each.IsLetter) + 1;
            against.Reverse(from, Math.Max(0, to - from));
            against.ForEach(each => shown.Append(each.Element));
            against.Clear();
        }
    }
}
