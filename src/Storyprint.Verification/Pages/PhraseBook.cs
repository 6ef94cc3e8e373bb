using System.Diagnostics.CodeAnalysis;

namespace Storyprint.Verification.Pages;

/// <summary>
/// The phrases that may stand somewhere: a closed list. A text is good where it is made of them, one behind the other, and of small numbers. Several books lie on
/// each other: the interface's, a story's.
/// </summary>
internal sealed class PhraseBook(PhraseBook? below = null)
{
    private readonly Dictionary<string, List<Phrase>> phrases = new(StringComparer.Ordinal);

    /// <summary>Takes in a phrase, with gaps where it has {0}, {1} …; each part stands for itself.</summary>
    public PhraseBook Add(string? text)
    {
        foreach (var part in Parts(text ?? string.Empty))
        {
            Add(WordSequence.Of(part), mayEnd: false);
        }

        return this;
    }

    /// <summary>Takes in phrases as they stand.</summary>
    public PhraseBook AddWhole(params IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            Add(WordSequence.Of(text ?? string.Empty), mayEnd: false);
        }

        return this;
    }

    /// <summary>Takes in a text that may be cut off behind any of its words, and inside one at the end.</summary>
    public void AddBeginnings(string text) => Add(WordSequence.Of(text), mayEnd: true);

    /// <summary>The first words that are of no phrase; null where all are.</summary>
    public string? FirstForeign(string text)
    {
        var words = WordSequence.Of(text);
        if (words.Length == 0)
        {
            return null;
        }

        var reached = new bool[words.Length + 1];
        reached[0] = true;
        var furthest = 0;
        for (var at = 0; at < words.Length; at++)
        {
            if (!reached[at])
            {
                continue;
            }

            furthest = at;
            Reach(words, at, reached);
        }

        return reached[words.Length] ? null : string.Join(' ', words.Skip(furthest).Take(12));
    }

    private void Reach(string[] words, int at, bool[] reached)
    {
        if (WordSequence.IsSmallNumber(words[at]))
        {
            reached[at + 1] = true;
        }

        for (var book = this; book is not null; book = book.Below)
        {
            foreach (var phrase in book.phrases.GetValueOrDefault(words[at]) ?? [])
            {
                phrase.Reach(words, at, reached);
            }
        }
    }

    private PhraseBook? Below => below;

    private void Add(string[] words, bool mayEnd)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (!phrases.TryGetValue(words[0], out var known))
        {
            phrases[words[0]] = known = [];
        }

        known.Add(new Phrase(words, mayEnd));
    }

    private static IEnumerable<string> Parts(string text)
    {
        var from = 0;
        for (var at = 0; at + 2 < text.Length; at++)
        {
            if (text[at] == '{' && text[at + 2] == '}' && char.IsAsciiDigit(text[at + 1]))
            {
                yield return text[from..at];
                from = at + 3;
            }
        }

        yield return text[from..];
    }

    [SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
    private readonly struct Phrase(string[] words, bool mayEnd)
    {
        public void Reach(string[] said, int at, bool[] reached)
        {
            var length = 0;
            while (length < words.Length && at + length < said.Length && said[at + length] == words[length])
            {
                length++;
                if (mayEnd)
                {
                    reached[at + length] = true;
                }
            }

            if (length == words.Length)
            {
                reached[at + length] = true;
            }
            else if (mayEnd && length > 0 && at + length == said.Length - 1 && words[length].StartsWith(said[^1], StringComparison.Ordinal))
            {
                reached[said.Length] = true;
            }
        }
    }
}
