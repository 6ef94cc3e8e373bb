using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Print.Hyphens;

/// <summary>
/// Inserts soft hyphens (U+00AD) for justified columns on paper: browsers on servers have no dictionaries. They are inserted while a page is rendered and never
/// stored; the canonical text drops them, so text copied from a page still matches.
/// </summary>
public sealed partial class SoftHyphenator(HyphenPatterns patterns)
{
    public const char Mark = '\u00AD';

    /// <summary>The minimum number of letters before and after a hyphen.</summary>
    private const int MinPartLength = 3;

    /// <summary>A capitalised word may be a name: it is hyphenated only where a line would otherwise be too loose.</summary>
    private const int MinNameLength = 10;

    // A cache of common words, which make up most of any page. When it is full, nothing more is added.
    private const int Remembered = 50_000;
    private const int LongestRemembered = 40;

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>Inserts soft hyphens. Addresses, numbers, codes and words with inner capitals are left unchanged.</summary>
    public string In(string text)
    {
        var divided = new StringBuilder(text.Length + (text.Length / 8));
        var byLetters = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var end = 0;
        foreach (var token in Token().EnumerateMatches(text))
        {
            divided.Append(text, end, token.Index - end);
            end = token.Index + token.Length;
            var word = text.AsSpan(token.Index, token.Length);
            divided.Append(byLetters.TryGetValue(word, out var remembered) ? remembered : Remember(word.ToString()));
        }

        return divided.Append(text, end, text.Length - end).ToString();
    }

    private string Remember(string token)
    {
        var divided = Word().Match(token) is { Success: true } word
            ? string.Concat(word.Groups["before"].Value, Divided(word.Groups["letters"].Value), word.Groups["after"].Value)
            : token;
        if (token.Length <= LongestRemembered && Interlocked.Increment(ref remembered) <= Remembered)
        {
            known.TryAdd(token, divided);
        }

        return divided;
    }

    private int remembered;

    private string Divided(string letters)
    {
        if (letters.Length < (char.IsUpper(letters[0]) ? MinNameLength : 2 * MinPartLength))
        {
            return letters;
        }

        var divided = new StringBuilder(letters);
        foreach (var at in patterns.Breaks(letters.ToLowerInvariant()).Where(at => at >= MinPartLength && at <= letters.Length - MinPartLength).Reverse())
        {
            divided.Insert(at, Mark);
        }

        return divided.ToString();
    }

    // Dashes separate words; everything else between two spaces belongs together, so that no part of an address is taken for a word.
    [GeneratedRegex(@"[^\s—–]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?<before>[\p{P}\p{S}]*)(?<letters>\p{L}\p{Ll}+)(?<after>(?:['’]\p{Ll}{1,2})?[\p{P}\p{S}]*)$")]
    private static partial Regex Word();
}
