using System.Collections.Frozen;

namespace Storyprint.Text.Languages;

/// <summary>Recognises verbs negated by a prefix, as in Persian: ن or نمی before a listed stem with or without a personal ending, also after a preverb.</summary>
internal sealed class NegatedVerbs(VerbsFile file)
{
    private readonly FrozenSet<string> past = Language.Words(file.Past).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> present = Language.Words(file.Present).ToFrozenSet(StringComparer.Ordinal);
    private readonly string[] endings = Language.Words(file.Endings);
    private readonly string[] prefixes = [.. Language.Words(file.Prefixes).OrderByDescending(prefix => prefix.Length)];
    private readonly string[] preverbs = Language.Words(file.Preverbs);

    /// <param name="key">The key of a word: without joiners.</param>
    public bool IsNegative(string key) => IsNegated(key)
        || preverbs.Any(preverb => key.StartsWith(preverb, StringComparison.Ordinal) && IsNegated(key[preverb.Length..]));

    /// <summary>Whether the longer word is the shorter one with a negation at its beginning or after its preverb.</summary>
    public bool AreOpposites(string shorter, string longer) => preverbs.Prepend("").Any(preverb =>
        longer.StartsWith(preverb, StringComparison.Ordinal) && prefixes.Any(prefix => longer[preverb.Length..] is var rest
            && rest.StartsWith(prefix, StringComparison.Ordinal) && preverb + rest[prefix.Length..] == shorter));

    private bool IsNegated(string key)
    {
        foreach (var prefix in prefixes)
        {
            if (key.Length > prefix.Length + 1 && key.StartsWith(prefix, StringComparison.Ordinal))
            {
                var rest = key[prefix.Length..];
                return (prefix.Length > 1 && IsForm(rest, present, needsEnding: true))
                    || IsForm(rest, past, needsEnding: false)
                    || (prefix.Length == 1 && rest.Length > 3 && IsForm(rest, present, needsEnding: true));
            }
        }

        return false;
    }

    private bool IsForm(string word, FrozenSet<string> stems, bool needsEnding) =>
        (!needsEnding && stems.Contains(word))
        || endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal) && stems.Contains(word[..^ending.Length]));
}
