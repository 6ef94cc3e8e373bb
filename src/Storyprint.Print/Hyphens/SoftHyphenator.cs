using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Print.Hyphens;

/// <summary>
/// Soft hyphens (U+00AD) for justified columns on paper, where a browser has no dictionary. They are put in as a page is written and never
/// into a stored text; the canonical text drops them, so a copied page still agrees with what was published.
/// </summary>
public sealed partial class SoftHyphenator(HyphenPatterns patterns)
{
    public const char Mark = '\u00AD';

    /// <summary>Letters that stay together before a hyphen and after it.</summary>
    private const int Least = 3;

    /// <summary>A capital may begin a name; names are divided only where a line would otherwise gape.</summary>
    private const int LeastOfName = 10;

    // A language's usual words, of which most of any page is made. Full, it takes no more: what a text of nonsense brings is divided each time.
    private const int Remembered = 50_000;
    private const int LongestRemembered = 40;

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>A text with soft hyphens. Addresses, numbers, codes and words with capitals inside are left as they are.</summary>
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
        if (letters.Length < (char.IsUpper(letters[0]) ? LeastOfName : 2 * Least))
        {
            return letters;
        }

        var divided = new StringBuilder(letters);
        foreach (var at in patterns.Breaks(letters.ToLowerInvariant()).Where(at => at >= Least && at <= letters.Length - Least).Reverse())
        {
            divided.Insert(at, Mark);
        }

        return divided.ToString();
    }

    // Dashes part words; everything else between two spaces belongs together, so that no piece of an address is taken for a word.
    [GeneratedRegex(@"[^\s—–]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?<before>[\p{P}\p{S}]*)(?<letters>\p{L}\p{Ll}+)(?<after>(?:['’]\p{Ll}{1,2})?[\p{P}\p{S}]*)$")]
    private static partial Regex Word();
}
