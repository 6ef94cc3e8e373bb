using System.Collections.Frozen;

namespace Storyprint.Text.Languages;

/// <summary>The negations of a language: words, clitics, negated verbs, and affixes that make the opposite of a word.</summary>
internal sealed class NegationWords(LanguageFile file, Language language)
{
    private const int ShortestStem = 3;

    private readonly FrozenSet<string> words = language.Keys(file.Negations);
    private readonly string[] beginnings = Language.Words(file.NegativeBeginnings);
    private readonly string[] endings = Language.Words(file.NegativeEndings);
    private readonly string[] prefixes = Language.Words(file.NegativePrefixes);
    private readonly string[] suffixes = Language.Words(file.NegativeSuffixes);
    private readonly NegatedVerbs? verbs = file.Verbs is { } listed ? new NegatedVerbs(listed) : null;

    /// <summary>Whether a word negates by itself.</summary>
    /// <param name="key">The key of a word, in lower case.</param>
    public bool Contains(string key) => words.Contains(key)
        || beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal))
        || endings.Any(ending => key.EndsWith(ending, StringComparison.Ordinal))
        || verbs?.IsNegative(key) == true;

    /// <summary>Whether one word is the other with a negating affix: legal and illegal, برگشت and برنگشت.</summary>
    public bool AreOpposites(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter.Length >= ShortestStem && shorter.Length < longer.Length
            && (prefixes.Any(prefix => longer.Length == prefix.Length + shorter.Length && longer.StartsWith(prefix, StringComparison.Ordinal) && longer.EndsWith(shorter, StringComparison.Ordinal))
                || suffixes.Any(suffix => longer.Length == suffix.Length + shorter.Length && longer.EndsWith(suffix, StringComparison.Ordinal) && longer.StartsWith(shorter, StringComparison.Ordinal))
                || verbs?.AreOpposites(shorter, longer) == true);
    }

    /// <summary>The negating affixes of a word, whether or not they negate it: "interest" has in-.</summary>
    public IEnumerable<string> Affixes(string key) =>
        prefixes.Where(prefix => key.StartsWith(prefix, StringComparison.Ordinal)).Concat(suffixes.Where(suffix => key.EndsWith(suffix, StringComparison.Ordinal)));
}
