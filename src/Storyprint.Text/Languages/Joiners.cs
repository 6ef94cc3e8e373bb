using System.Collections.Frozen;

namespace Storyprint.Text.Languages;

/// <summary>Where a language may write the parts of one word joined, with a zero-width non-joiner, or apart.</summary>
internal sealed class Joiners(JoinersFile file)
{
    private readonly FrozenSet<string> suffixes = Language.Words(file.Suffixes).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> spacedSuffixes = Language.Words(file.SpacedSuffixes).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> spacedAfterHe = Language.Words(file.SpacedAfterHe).ToFrozenSet(StringComparer.Ordinal);
    private readonly string[] prefixes = Language.Words(file.Prefixes);
    private readonly FrozenSet<string> words = Language.Words(file.Words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether two parts with a non-joiner between them are the same word without it.</summary>
    public bool AreOneWord(string before, string after) => !words.Contains(before + after)
        && (suffixes.Contains(after) || prefixes.Any(prefix => before.EndsWith(prefix, StringComparison.Ordinal)));

    /// <summary>Whether two words with a space between them are one word written apart.</summary>
    public bool AreOneWordApart(string before, string after) => before.Length > 1 && !words.Contains(before + after)
        && (spacedSuffixes.Contains(after) || prefixes.Contains(before) || (before[^1] == 'ه' && spacedAfterHe.Contains(after)));
}
