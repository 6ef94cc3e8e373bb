using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Storyprint.Web.Localization;

/// <summary>The words of the interface in one language, from <c>LANGUAGE.json</c> in this folder. A further language is one more file.</summary>
public sealed class InterfaceTexts
{
    private readonly FrozenDictionary<string, string> texts;
    private readonly PluralRules plurals;

    private InterfaceTexts(string language, Dictionary<string, string> texts) =>
        (Language, this.texts, plurals) = (language, texts.ToFrozenDictionary(), PluralRules.ForLanguage(language));

    public string Language { get; }

    /// <summary>The text of a key, as it stands.</summary>
    /// <exception cref="KeyNotFoundException">Not even English has it: a mistake in the program.</exception>
    public string this[string key] => texts[key];

    /// <summary>The text of a key with {0}, {1} … replaced. What stands in a value stands as it is, braces included.</summary>
    public string Format(string key, params ReadOnlySpan<object?> values) => Replace(texts[key], values);

    /// <summary>A text that counts, in the plural form that the language has for the number (<see cref="PluralRules"/>); {0} is the number.</summary>
    public string Count(string key, long count, DateFormatter dates) => Replace(
        texts.GetValueOrDefault(FormKey(key, plurals.Category(count))) ?? texts[FormKey(key, PluralRules.Other)], [dates.Number(count)]);

    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The texts of a language; where a file lacks a key, or there is no file, English stands in.</summary>
    /// <param name="folder">A folder of the installation whose files come before those of the program; it need not exist.</param>
    public static InterfaceTexts Load(string language, string? folder = null)
    {
        var all = Embedded("en") ?? throw new InvalidOperationException("The program was built without its English texts.");
        foreach (var layer in (Dictionary<string, string>?[])
            [Embedded(language.Split('-')[0]), Embedded(language), FromFolder(folder, language)])
        {
            // Plural forms come whole: those of another language would be read in the wrong words.
            foreach (var key in (layer ?? []).Keys.Where(IsForm).Select(form => form.Split('#')[0]).Distinct())
            {
                Array.ForEach([.. all.Keys.Where(other => other.StartsWith($"{key}#", StringComparison.Ordinal))], other => all.Remove(other));
            }

            foreach (var (key, text) in layer ?? [])
            {
                all[key] = text;
            }
        }

        return new InterfaceTexts(language, all);
    }

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
