using Storyprint.Text.Folding;

namespace Storyprint.Storage.Search;

/// <summary>A reader's query: words, and phrases in quotation marks, all of which a story must contain.</summary>
public sealed record SearchQuery
{
    /// <summary>The most words that are looked for, those of phrases counted.</summary>
    public const int MaxWords = 12;

    /// <summary>The most phrases of several words: each is sought in every story that holds its words.</summary>
    public const int MaxPhrases = 3;

    public required string Edition { get; init; }

    /// <summary>Phrases of folded words; a single word is a phrase of one.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Phrases { get; init; }

    /// <summary>The slugs of a section, of which a story has one; none for every section.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>An author's slug.</summary>
    public string? Author { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public bool ByRelevance { get; init; }

    /// <summary>The sort keys among which to look, where the filters leave few; null for all.</summary>
    internal IReadOnlyList<long>? Among { get; init; }

    public bool HasWords => Phrases.Count > 0;

    /// <summary>All folded words of the query, to highlight them.</summary>
    public IReadOnlySet<string> Words => Phrases.SelectMany(phrase => phrase).ToHashSet();

    /// <summary>Reads what a reader typed. Quotation marks of any language make a phrase; a word in a script without spaces is one too.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ParsePhrases(string? typed) => ParsePhrases(typed, out _);

    /// <param name="isCut">Whether more was typed than is looked for.</param>
    public static IReadOnlyList<IReadOnlyList<string>> ParsePhrases(string? typed, out bool isCut)
    {
        var phrases = new List<IReadOnlyList<string>>();
        var (seen, words, several) = (new HashSet<string>(StringComparer.Ordinal), 0, 0);
        isCut = false;
        foreach (var phrase in Split(typed ?? string.Empty))
        {
            // What is asked for twice is looked for once.
            if (phrase.Count == 0 || !seen.Add(string.Join(' ', phrase)))
            {
                continue;
            }

            var taken = Math.Min(phrase.Count, MaxWords - words);
            if (taken == 0 || (taken > 1 && several == MaxPhrases))
            {
                isCut = true;
                continue;
            }

            isCut |= taken < phrase.Count;
            phrases.Add(phrase[..taken]);
            words += taken;
            several += taken > 1 ? 1 : 0;
        }

        return phrases;
    }

    private static IEnumerable<List<string>> Split(string typed)
    {
        var parts = typed.Split(['"', '\u201C', '\u201D', '\u201E', '«', '»']);
        for (var index = 0; index < parts.Length; index++)
        {
            // Odd parts stand between two marks; a last mark without its partner opens nothing.
            var isPhrase = index % 2 == 1 && index < parts.Length - 1;
            foreach (var part in isPhrase ? [parts[index]] : parts[index].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return [.. FoldedWord.Of(part).Select(word => word.Form)];
            }
        }
    }
}
