namespace Storyprint.Text.Matching;

/// <summary>A published text, by lines and by words.</summary>
public sealed class OriginalText
{
    private readonly int[] firstWords;

    public OriginalText(IReadOnlyList<OriginalLine> lines)
    {
        Lines = lines;
        var (words, first) = (new List<HashedWord>(), new List<int>());
        foreach (var line in lines)
        {
            first.Add(words.Count);
            words.AddRange(AddressWords.Of(line.Text, HashedWord.Of(line.Text)));
        }

        first.Add(words.Count);
        (Words, firstWords) = (words, [.. first]);
    }

    public IReadOnlyList<OriginalLine> Lines { get; }

    /// <summary>The words of all lines; their places are those in their line.</summary>
    public IReadOnlyList<HashedWord> Words { get; }

    /// <summary>The index of the first word of a line, also of the one behind the last.</summary>
    public int FirstWord(int line) => firstWords[line];

    /// <summary>The line of a word.</summary>
    public int LineOf(int word)
    {
        var found = Array.BinarySearch(firstWords, word);

        // A line without words begins where the next one does.
        var line = found >= 0 ? found : ~found - 1;
        while (firstWords[line + 1] <= word)
        {
            line++;
        }

        return line;
    }

    /// <summary>Whether a word stands in a line.</summary>
    public bool Has(int line, ulong hash) => Enumerable.Range(FirstWord(line), FirstWord(line + 1) - FirstWord(line)).Any(word => Words[word].Hash == hash);

    /// <summary>How many words of running text there are.</summary>
    public int RunningWords => Enumerable.Range(0, Lines.Count).Where(line => !Lines[line].IsBeside).Sum(line => FirstWord(line + 1) - FirstWord(line));

    /// <summary>Words From..To of a line as written: to the line's ends where they are the first and the last.</summary>
    public string Slice(int line, int from, int to)
    {
        var text = Lines[line].Text;
        return text[(from <= FirstWord(line) ? 0 : Words[from].Start)..(to >= FirstWord(line + 1) ? text.Length : Words[to - 1].End)];
    }
}

/// <summary>A line of a published text.</summary>
/// <param name="Tag">What it is, such as <c>headline</c>.</param>
/// <param name="IsBeside">Whether it stands beside the running text, as a byline or a caption does: nobody has to copy it.</param>
public sealed record OriginalLine(string Tag, string Text, bool IsBeside = false);
