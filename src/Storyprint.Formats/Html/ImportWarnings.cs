namespace Storyprint.Formats.Html;

/// <summary>Collects what could not be imported: each sentence once, and no more than somebody would read.</summary>
internal sealed class ImportWarnings
{
    private const int MaxSentences = 60;

    private readonly List<string> sentences = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<string> linksOfPictures = [];

    public IReadOnlyList<string> Sentences =>
    [
        .. sentences.Take(MaxSentences),
        .. sentences.Count > MaxSentences ? [$"{sentences.Count - MaxSentences} more things were left out than are listed here."] : Array.Empty<string>(),
        .. LinksOfPictures(),
    ];

    public void Add(string sentence)
    {
        if (known.Add(sentence))
        {
            sentences.Add(sentence);
        }
    }

    public void AddAll(IEnumerable<string> others)
    {
        foreach (var sentence in others)
        {
            Add(sentence);
        }
    }

    /// <summary>The link of a picture that was left out: a gallery has one for each, and they are told together.</summary>
    public void AddLinkOfPicture(string address) => linksOfPictures.Add(address);

    /// <summary>Shortens an address or a few words to fit into a sentence.</summary>
    public static string Short(string text) => Short(text, 80);

    /// <summary>Shortens words that stand nowhere else, so that most of them are still told.</summary>
    public static string Long(string text) => Short(text, 400);

    private static string Short(string text, int limit)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= limit ? line : line[..(char.IsHighSurrogate(line[limit - 2]) ? limit - 2 : limit - 1)] + "…";
    }

    private IEnumerable<string> LinksOfPictures()
    {
        if (linksOfPictures.Count == 1)
        {
            yield return $"The link of a picture was left out: {Short(linksOfPictures[0])}";
        }
        else if (linksOfPictures.Count > 1)
        {
            var further = linksOfPictures.Count > MaxSentences ? $" and {linksOfPictures.Count - MaxSentences} more" : string.Empty;
            yield return $"The links of {linksOfPictures.Count} pictures were left out: {string.Join(", ", linksOfPictures.Take(MaxSentences).Select(address => Short(address)))}{further}";
        }
    }
}
