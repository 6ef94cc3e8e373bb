using System.Collections.Frozen;
using System.Text.Json;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Localization;

/// <summary>The words of the interface in one language, from <c>Texts/LANGUAGE.json</c>. A further language is one more file.</summary>
public sealed class InterfaceTexts
{
    private readonly FrozenDictionary<string, string> texts;

    private InterfaceTexts(string language, Dictionary<string, string> texts) =>
        (Language, this.texts) = (language, texts.ToFrozenDictionary());

    public string Language { get; }

    /// <summary>The text of a key, as it stands.</summary>
    /// <exception cref="KeyNotFoundException">Not even English has it: a mistake in the program.</exception>
    public string this[string key] => texts[key];

    /// <summary>The text of a key with {0}, {1} … replaced.</summary>
    public string Format(string key, params ReadOnlySpan<object?> values)
    {
        var text = texts[key];
        for (var index = 0; index < values.Length; index++)
        {
            text = text.Replace($"{{{index}}}", values[index]?.ToString(), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A text that counts: before a bar the form for 1, behind it the form for all else; without a bar they are the same.</summary>
    public string Count(string key, int count, DateFormatter dates)
    {
        var forms = texts[key].Split('|');
        return (count == 1 ? forms[0] : forms[^1]).Replace("{0}", dates.Number(count), StringComparison.Ordinal);
    }

    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The texts of a language; where a file lacks a key, or there is no file, English stands in.</summary>
    /// <param name="folder">A folder of the installation whose files come before those of the program; it need not exist.</param>
    public static InterfaceTexts Load(string language, string? folder = null)
    {
        var all = Embedded("en") ?? throw new InvalidOperationException("The program was built without its English texts.");
        foreach (var layer in (Dictionary<string, string>?[])
            [Embedded(language.Split('-')[0]), Embedded(language), FromFolder(folder, language)])
        {
            foreach (var (key, text) in layer ?? [])
            {
                all[key] = text;
            }
        }

        return new InterfaceTexts(language, all);
    }

    private static Dictionary<string, string>? Embedded(string language)
    {
        using var stream = typeof(InterfaceTexts).Assembly.GetManifestResourceStream($"texts/{language}.json");
        return stream is null ? null : JsonSerializer.Deserialize(stream, AssetManifest.Default.DictionaryStringString);
    }

    private static Dictionary<string, string>? FromFolder(string? folder, string language)
    {
        var path = folder is null ? null : Path.Combine(folder, $"{language}.json");
        return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), AssetManifest.Default.DictionaryStringString) : null;
    }
}
