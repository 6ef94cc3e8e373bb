namespace Storyprint.Text.Matching;

/// <summary>A text of which somebody asks where it is from, by words.</summary>
public sealed class CopyText(string text)
{
    public string Text => text;

    /// <summary>Whether a machine has read it in a picture.</summary>
    public bool IsRecognised { get; init; }

    public IReadOnlyList<HashedWord> Words => field ??= AddressWords.Of(text, HashedWord.Of(text));

    /// <summary>Whether a line of the copy begins with a word, counted from 0.</summary>
    public bool BeginsLine(int word) => word == 0 || (word < Words.Count && text.AsSpan(Words[word - 1].End..Words[word].Start).Contains('\n'));

    /// <summary>Whether whoever copied it says that something is left out between two words: three dots.</summary>
    public bool IsElided(int from, int to) => from > 0 && to < Words.Count && text.AsSpan(Words[from - 1].End..Words[to].Start) is var gap
        && (gap.Contains('…') || gap.Contains("...", StringComparison.Ordinal));

    /// <summary>Words From..To as written, with the marks at their ends; without them where the passage is cut out of a longer one.</summary>
    public string Slice(int from, int to, bool isCutBefore = false, bool isCutBehind = false) =>
        from >= to ? "" : text[(isCutBefore ? Words[from].Start : Boundary(from))..(isCutBehind ? Words[to - 1].End : Boundary(to))].Trim();

    // Marks belong to the word before, up to the first space; opening ones in a text without spaces to the word behind.
    private int Boundary(int word)
    {
        if (word == 0 || word == Words.Count)
        {
            return word == 0 ? 0 : text.Length;
        }

        var (from, to) = (Words[word - 1].End, Words[word].Start);
        var gap = text.AsSpan(from, to - from);
        var line = gap.IndexOf('\n');
        var space = line >= 0 ? line : gap.IndexOfAny(' ', '\t', '\u3000');
        if (space >= 0)
        {
            return from + space;
        }

        var place = from;
        while (place < to && char.GetUnicodeCategory(text[place]) is not (System.Globalization.UnicodeCategory.OpenPunctuation or System.Globalization.UnicodeCategory.InitialQuotePunctuation))
        {
            place++;
        }

        return place;
    }
}
