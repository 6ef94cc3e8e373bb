using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Storyprint.Text.Reading;

namespace Storyprint.Text.Languages;

/// <summary>
/// The language data for reading a text, from <c>Languages/TAG.json</c>: another language is one more file. Without a file, the negations and number words of
/// all languages count, and no letters are variants.
/// </summary>
internal sealed class Language
{
    private static readonly ConcurrentDictionary<string, Language> Known = new(StringComparer.Ordinal);
    private static readonly Lazy<Language> Any = new(() => new Language("", Every()));

    private readonly FrozenSet<string> doubled;
    private readonly FrozenSet<string> smallWords;

    private Language(string tag, LanguageFile file)
    {
        Tag = tag;
        Variants = Pairs(file.Variants).ToFrozenDictionary(pair => Rune.GetRuneAt(pair.From, 0).Value, pair => pair.To);
        Marks = Pairs(file.Marks).ToFrozenDictionary(pair => pair.From, pair => pair.To, StringComparer.Ordinal);
        Endings = [.. Pairs(file.Endings)];
        Joiners = file.Joiners is { } joiners ? new Joiners(joiners) : null;
        Grouping = file.Grouping.Replace("space", "\u00A0\u202F\u2009", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        Spellings = Pairs(file.Spellings).ToFrozenDictionary(pair => pair.From.Normalize(), pair => pair.To.Normalize(), StringComparer.Ordinal);
        Negations = new NegationWords(file, this);
        Numbers = new NumberWords(file, this);
        Dates = new DateWords(file, this);
        (doubled, smallWords) = (Keys(file.Doubled), Keys(file.SmallWords));
    }

    /// <summary>The language subtag, without script and region; empty where unknown.</summary>
    public string Tag { get; }

    public FrozenDictionary<int, string> Variants { get; }

    public FrozenDictionary<string, string> Marks { get; }

    public IReadOnlyList<(string From, string To)> Endings { get; }

    public Joiners? Joiners { get; }

    /// <summary>The thousands separators.</summary>
    public string Grouping { get; }

    public FrozenDictionary<string, string> Spellings { get; }

    public NegationWords Negations { get; }

    public NumberWords Numbers { get; }

    public DateWords Dates { get; }

    /// <param name="tag">BCP 47 tag; null or a tag without a file gives what is common to all.</param>
    public static Language Of(string? tag)
    {
        var primary = (tag ?? "").Split('-')[0].ToLowerInvariant();
        return Known.GetOrAdd(primary, static name => Read(name) is { } file ? new Language(name, file) : name.Length == 0 ? Any.Value : new Language(name, Every()));
    }

    public bool IsNeverDoubledOnPurpose(string key) => doubled.Contains(key);

    public bool IsSmallWord(string key) => smallWords.Contains(key);

    /// <summary>The words of a list as comparison keys, in lower case.</summary>
    public FrozenSet<string> Keys(string list) => Words(list).Select(word => WordKey.Of(word, this).ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);

    internal static string[] Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(string From, string To)> Pairs(string list) => Words(list).Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]));

    private static LanguageFile? Read(string name)
    {
        using var stream = typeof(Language).Assembly.GetManifestResourceStream($"Languages.{name}");
        return stream is null ? null : JsonSerializer.Deserialize(stream, LanguageJson.Default.LanguageFile);
    }

    private static LanguageFile Every()
    {
        var files = typeof(Language).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Languages.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => Read(name["Languages.".Length..])!).ToList();
        return new LanguageFile
        {
            Negations = Joined(file => file.Negations),
            NegativeBeginnings = Joined(file => file.NegativeBeginnings),
            NegativeEndings = Joined(file => file.NegativeEndings),
            NegativePrefixes = Joined(file => file.NegativePrefixes),
            NegativeSuffixes = Joined(file => file.NegativeSuffixes),
            Verbs = files.Select(file => file.Verbs).FirstOrDefault(verbs => verbs is not null),
            Numbers = Joined(file => file.Numbers),
            Dates = Joined(file => file.Dates),
            Weekdays = Joined(file => file.Weekdays),
        };

        string Joined(Func<LanguageFile, string> list) => string.Join(' ', files.Select(list));
    }
}
