using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Text.Folding;

namespace Storyprint.Storage.Work;

/// <summary>
/// Words in the texts of drafts. There is no index of drafts, which everybody who writes would write to every two seconds: the newest are looked through, first
/// roughly by the database, then by what they say.
/// </summary>
internal static class DraftTextSearch
{
    /// <summary>How many drafts are looked through, from the newest.</summary>
    public const int Newest = 2000;

    /// <summary>How many that the database found are read.</summary>
    public const int MostRead = 200;

    private const int MaxWords = 8;

    public static IReadOnlyList<string> WordsOf(string typed) => [.. typed.Replace('"', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)];

    /// <summary>A word as it may stand in a text: as it was typed, in other cases of letters, with Persian and Arabic letters.</summary>
    public static IEnumerable<string> Spellings(string word)
    {
        var lower = word.ToLowerInvariant();
        string[] cases = [word, lower, char.ToUpperInvariant(lower[0]) + lower[1..], word.ToUpperInvariant()];
        return cases.SelectMany(each => (string[])[each, each.Replace('ي', 'ی').Replace('ك', 'ک'), each.Replace('ی', 'ي').Replace('ک', 'ك')]).Distinct();
    }

    /// <summary>Whether all words stand in what the text says, and not in how it is written down.</summary>
    /// <param name="content">A <see cref="StoryJson"/>.</param>
    public static bool Holds(string content, IReadOnlyList<string> words)
    {
        var said = Fold.Of(string.Join('\n', StoryFields.Of(StoryJson.Read(content)).Select(field => field.Text)));
        return words.All(word => said.Contains(Fold.Of(word), StringComparison.Ordinal));
    }
}
