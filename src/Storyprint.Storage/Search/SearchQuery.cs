using Storyprint.Text.Folding;

namespace Storyprint.Storage.Search;

/// <summary>What a reader looks for: words, and phrases in quotation marks, all of which a story must hold.</summary>
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

    /// <summary>All folded words asked for, to highlight them.</summary>
    public IReadOnlySet<string> Words => Phrases.SelectMany(phrase => phrase).ToHashSet();

    /// <summary>Reads what a reader typed. Quotation marks of any language make a phrase; a word in a script without spaces is one too.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ParsePhrases(string? typed)
    {
        var phrases = new List<IReadOnlyList<string>>();
        var parts = (typed ?? string.Empty).Split(['"', '\u201C', '\u201D', '\u201E', '«', '»']);
        for (var index = 0; index < parts.Length; index++)
        {
            // Odd parts stand between two marks; a last mark without its partner opens nothing.
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
