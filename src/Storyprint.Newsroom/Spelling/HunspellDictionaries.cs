using Storyprint.Text.Spelling;

namespace Storyprint.Newsroom.Spelling;

/// <summary>The dictionaries under <c>/usr/share/hunspell</c>. Each is opened when a word of its language is first looked up, which takes some tens of milliseconds.</summary>
public sealed class HunspellDictionaries(string folder = "/usr/share/hunspell") : ISpellingDictionaries, IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Hunspell?> opened = new(StringComparer.Ordinal);

    public bool? Knows(string language, string word)
    {
        lock (gate)
        {
            return Dictionary(language)?.Knows(word);
        }
    }

    /// <summary>What may have been meant; none where there is no dictionary.</summary>
    public IReadOnlyList<string> Suggest(string language, string word)
    {
        lock (gate)
        {
            return Dictionary(language)?.Suggest(word) ?? [];
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var dictionary in opened.Values)
            {
                dictionary?.Dispose();
            }

            opened.Clear();
        }
    }

    private Hunspell? Dictionary(string language)
    {
        if (!opened.TryGetValue(language, out var dictionary))
        {
            opened[language] = dictionary = Open(language);
        }

        return dictionary;
    }

    // "en-GB" takes en_GB; "en" takes en.dic, or the first of its regions in the order of their names.
    private Hunspell? Open(string language)
    {
        if (!Directory.Exists(folder) || !language.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            return null;
        }

        var wanted = Path.Combine(folder, language.Replace('-', '_') + ".dic");
        var words = File.Exists(wanted) ? wanted
            : Directory.EnumerateFiles(folder, language.Split('-')[0] + "*.dic")
                .Where(file => Path.GetFileNameWithoutExtension(file) is var name && (name == language.Split('-')[0] || name.StartsWith(language.Split('-')[0] + "_", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal).FirstOrDefault();
        return words is not null && Path.ChangeExtension(words, ".aff") is var affixes && File.Exists(affixes) ? Hunspell.Open(affixes, words) : null;
    }
}
