using Storyprint.Text.Folding;

namespace Storyprint.Storage.Search;

/// <summary>A reader's query: words, and phrases in quotation marks, all of which a story must contain.</summary>
public sealed record SearchQuery
{
    private const int MaxWords = 32;

    public required string Edition { get; init; }

    /// <summary>Phrases of folded words; a single word is a phrase of one.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Phrases { get; init; }

    public string? Section { get; init; }

    /// <summary>An author's slug.</summary>
    public string? Author { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public bool ByRelevance { get; init; }

    public bool HasWords => Phrases.Count > 0;

    /// <summary>All folded words of the query, to highlight them.</summary>
    public IReadOnlySet<string> Words => Phrases.SelectMany(phrase => phrase).ToHashSet();

    /// <summary>Parses a reader's input. Quotation marks of any language make a phrase, and so does a word in a script without spaces.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ParsePhrases(string? typed)
    {
        var phrases = new List<IReadOnlyList<string>>();
        var parts = (typed ?? string.Empty).Split(['"', '\u201C', '\u201D', '\u201E', '«', '»']);
        for (var index = 0; index < parts.Length; index++)
        {
            // Odd parts are inside quotation marks; a last mark without a partner opens nothing.
            if (index % 2 == 1 && index < parts.Length - 1)
            {
                phrases.Add([.. FoldedWord.Of(parts[index]).Select(word => word.Form)]);
            }
            else
            {
                phrases.AddRange(parts[index].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => (IReadOnlyList<string>)[.. FoldedWord.Of(word).Select(folded => folded.Form)]));
            }
        }

        return [.. phrases.Where(phrase => phrase.Count > 0).Take(MaxWords)];
    }
}
