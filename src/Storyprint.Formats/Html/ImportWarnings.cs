namespace Storyprint.Formats.Html;

/// <summary>Collects what could not be imported: each sentence once, and no more than somebody would read.</summary>
internal sealed class ImportWarnings
{
    private const int MaxSentences = 60;

    private readonly List<string> sentences = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Sentences => sentences;

    public void Add(string sentence)
    {
        if (sentences.Count < MaxSentences && known.Add(sentence))
        {
            sentences.Add(sentences.Count == MaxSentences - 1 ? "More was left out than is listed here." : sentence);
        }
    }

    public void AddAll(IEnumerable<string> others)
    {
        foreach (var sentence in others)
        {
            Add(sentence);
        }
    }

    /// <summary>Shortens an address or a few words to fit into a sentence.</summary>
    public static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 80 ? line : line[..(char.IsHighSurrogate(line[78]) ? 78 : 79)] + "…";
    }
}
