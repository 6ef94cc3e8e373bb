using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Storyprint.Web.Localization;

/// <summary>The texts of the interface in one language, from <c>LANGUAGE.json</c> in this folder. Another language is one more file.</summary>
public sealed class InterfaceTexts
{
    private readonly FrozenDictionary<string, string> texts;
    private readonly PluralRules plurals;

    private readonly FrozenSet<string> fallbacks;

    // Whether a value that is written in the other direction is kept apart from the sentence around it.
    private readonly bool isolatesValues;

    private InterfaceTexts(string language, Dictionary<string, string> texts, IEnumerable<string> fallbacks, bool isolatesValues = false) =>
        (Language, this.texts, plurals, this.fallbacks, this.isolatesValues) = (language, texts.ToFrozenDictionary(), PluralRules.ForLanguage(language), fallbacks.ToFrozenSet(), isolatesValues);

    /// <summary>The language of the texts: English where there are none in the language that was asked for.</summary>
    public string Language { get; }

    /// <summary>
    /// The texts for a page of right-to-left writing: those that fell back to English are isolates, so that their full stops and numbers stay where they
    /// belong.
    /// </summary>
    public InterfaceTexts InRightToLeft() => fallbacks.Count == 0 ? this : new InterfaceTexts(
        Language, texts.ToDictionary(text => text.Key, text => fallbacks.Contains(text.Key) ? $"\u2066{text.Value}\u2069" : text.Value), fallbacks);

    /// <summary>The text of a key, unformatted.</summary>
    /// <exception cref="KeyNotFoundException">English lacks it too: a fault of the program.</exception>
    public string this[string key] => texts[key];

    /// <summary>The text of a key with {0}, {1} … replaced. Values are inserted unchanged, including braces; in the newsroom those of the other direction of writing as isolates (U+2068, U+2069).</summary>
    public string Format(string key, params ReadOnlySpan<object?> values)
    {
        if (!isolatesValues)
        {
            return Replace(texts[key], values);
        }

        var isolated = values.ToArray();
        for (var index = 0; index < isolated.Length; index++)
        {
            // An address is copied by itself, by programs too, and nothing may cling to it.
            if (isolated[index] is string value && !value.StartsWith("http", StringComparison.Ordinal) && IsOfOtherDirection(value))
            {
                isolated[index] = $"\u2068{value}\u2069";
            }
        }

        return Replace(texts[key], isolated);
    }

    /// <summary>A text with a number {0}, in the language's plural form for it (<see cref="PluralRules"/>).</summary>
    public string Count(string key, long count, DateFormatter dates) => Replace(
        texts.GetValueOrDefault(FormKey(key, plurals.Category(count))) ?? texts[FormKey(key, PluralRules.Other)], [dates.Number(count)]);

    public IEnumerable<string> Keys => texts.Keys;

    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>Loads the texts of a language; missing keys and languages fall back to English.</summary>
    /// <param name="folder">A folder of the installation whose files take precedence over those of the program; it need not exist.</param>
    public static InterfaceTexts Load(string language, string? folder = null)
    {
        var all = Embedded(English) ?? throw new InvalidOperationException("The program was built without its English texts.");
        var fallbacks = language.Split('-')[0] == English ? [] : all.Keys.ToHashSet(StringComparer.Ordinal);
        Dictionary<string, string>?[] layers = [Embedded(language.Split('-')[0]), Embedded(language), FromFolder(folder, language)];
        foreach (var layer in layers)
        {
            // Plural forms are never mixed: those of another language would be chosen by the wrong rules.
            foreach (var key in (layer ?? []).Keys.Where(IsForm).Select(form => form.Split('#')[0]).Distinct())
            {
                Array.ForEach([.. all.Keys.Where(other => other.StartsWith($"{key}#", StringComparison.Ordinal))], other => all.Remove(other));
            }

            foreach (var (key, text) in layer ?? [])
            {
                all[key] = text;
                fallbacks.Remove(key);
            }
        }

        fallbacks.IntersectWith(all.Keys);
        return new InterfaceTexts(layers.Any(layer => layer is not null) ? language : English, all, fallbacks);
    }

    /// <summary>Where an assembly keeps the texts of the newsroom.</summary>
    public const string NewsroomPrefix = "newsroom-texts/";

    /// <summary>The texts of the newsroom's pages in a language, with those that dates need from the site's.</summary>
    public static InterfaceTexts LoadNewsroom(string language, Assembly assembly)
    {
        var all = Load(language).texts.ToDictionary();
        foreach (var each in (string[])[English, language])
        {
            using var stream = assembly.GetManifestResourceStream($"{NewsroomPrefix}{each}.json");
            foreach (var (key, text) in stream is null ? [] : Read(stream))
            {
                all[key] = text;
            }
        }

        return new InterfaceTexts(language, all, [], isolatesValues: true);
    }

    private bool IsOfOtherDirection(string value) => Storyprint.Stories.Editions.Direction.ForLanguage(Language) == "rtl" ? value.Any(char.IsAsciiLetter) : value.Any(IsRightToLeft);

    // Hebrew, Arabic and their presentation forms.
    private static bool IsRightToLeft(char sign) => sign is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';

    private const string English = "en";

    private static bool IsForm(string key) => key.Contains('#', StringComparison.Ordinal);

    private static string FormKey(string key, string category) => $"{key}#{category}";

    private static string Replace(string text, ReadOnlySpan<object?> values)
    {
        var result = new StringBuilder(text.Length + 32);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '{' && index + 2 < text.Length && text[index + 2] == '}' && text[index + 1] - '0' is >= 0 and var number && number < values.Length)
            {
                result.Append(values[number]);
                index += 2;
            }
            else
            {
                result.Append(text[index]);
            }
        }

        return result.ToString();
    }

    private static Dictionary<string, string>? Embedded(string language)
    {
        using var stream = typeof(InterfaceTexts).Assembly.GetManifestResourceStream($"texts/{language}.json");
        return stream is null ? null : Read(stream);
    }

    private static Dictionary<string, string>? FromFolder(string? folder, string language)
    {
        var path = folder is null ? null : Path.Combine(folder, $"{language}.json");
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = File.OpenRead(path);
        return Read(stream);
    }

    // A text, or an object with a text for each plural category.
    private static Dictionary<string, string> Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var form in property.Value.EnumerateObject())
                {
                    read[FormKey(property.Name, form.Name)] = form.Value.GetString()!;
                }
            }
            else
            {
                read[property.Name] = property.Value.GetString()!;
            }
        }

        return read;
    }
}
