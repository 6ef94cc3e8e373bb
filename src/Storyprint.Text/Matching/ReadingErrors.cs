using System.Globalization;

namespace Storyprint.Text.Matching;

/// <summary>
/// Differences that a machine may have made which read the copy in a picture: one letter in a long word. A digit is never taken for one, and neither is a short word,
/// of which another letter makes another word.
/// </summary>
public static class ReadingErrors
{
    private const int LongWord = 5;

    public static bool IsPossible(string before, string after)
    {
        var (published, read) = (WordsOf(before), WordsOf(after));
        return published.Length > 0 && published.Length == read.Length && published.Zip(read).All(pair => pair.First == pair.Second || IsPossibleWord(pair.First, pair.Second));
    }

    private static string[] WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsPossibleWord(string published, string read) =>
        Math.Min(published.Length, read.Length) >= LongWord && !published.Any(char.IsDigit) && !read.Any(char.IsDigit) && IsOneEdit(published, read);

    // One letter another, too many or missing: what is alike at both ends leaves at most one of each.
    private static bool IsOneEdit(string published, string read)
    {
        var (head, tail) = (0, 0);
        var shorter = Math.Min(published.Length, read.Length);
        while (head < shorter && published[head] == read[head])
        {
            head++;
        }

        while (tail < shorter - head && published[^(tail + 1)] == read[^(tail + 1)])
        {
            tail++;
        }

        var (lost, made) = (published[head..^tail], read[head..^tail]);
        return new StringInfo(lost).LengthInTextElements <= 1 && new StringInfo(made).LengthInTextElements <= 1;
    }
}
