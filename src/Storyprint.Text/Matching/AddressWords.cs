using System.Text.RegularExpressions;

namespace Storyprint.Text.Matching;

/// <summary>
/// The words inside a web address are no words of a text: those of a headline stand in the address of its page as well. They match the same address and nothing else.
/// </summary>
internal static partial class AddressWords
{
    public static IReadOnlyList<HashedWord> Of(string text, List<HashedWord> words)
    {
        var next = 0;
        foreach (var address in Address().EnumerateMatches(text))
        {
            while (next < words.Count && words[next].Start < address.Index)
            {
                next++;
            }

            for (; next < words.Count && words[next].Start < address.Index + address.Length; next++)
            {
                words[next] = words[next] with { Hash = ~words[next].Hash };
            }
        }

        return words;
    }

    [GeneratedRegex(@"(?:\bhttps?://|\bwww\.)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
