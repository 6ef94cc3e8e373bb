using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>Takes a publication apart into its settings, a JSON value each, and makes one of them again.</summary>
public static class PublicationSettings
{
    // Readable for people, in every script; the values are never written into a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every setting but the machine's, in the order of the file.</summary>
    public static IReadOnlyList<(SettingKey Key, string Value)> Split(Publication publication)
    {
        using var document = JsonSerializer.SerializeToDocument(publication, PublicationJson.Default.Publication);
        var settings = new List<(SettingKey, string)>();
        foreach (var property in document.RootElement.EnumerateObject().Where(property => SettingKey.NamesOfPublication.Contains(property.Name)))
        {
            if (property.Name == SettingKey.EditionList)
            {
                settings.Add((SettingKey.Of(SettingKey.EditionList), Languages(publication.Editions.Select(edition => edition.Language))));
                settings.AddRange(property.Value.EnumerateArray().SelectMany(OfEdition));
            }
            else
            {
                settings.Add((SettingKey.Of(property.Name), Text(property.Value)));
            }
        }

        return settings;
    }

    /// <summary>The settings in which a publication differs from another, with its values.</summary>
    public static IReadOnlyList<(SettingKey Key, string Value)> Differences(Publication before, Publication after)
    {
        var known = Split(before).ToDictionary(setting => setting.Key, setting => setting.Value);
        return [.. Split(after).Where(setting => known.GetValueOrDefault(setting.Key) != setting.Value)];
    }

    /// <summary>The value of <see cref="SettingKey.EditionList"/>.</summary>
    public static string Languages(IEnumerable<string> languages) => Written(json =>
    {
        json.WriteStartArray();
        foreach (var language in languages)
        {
            json.WriteStringValue(language);
        }

        json.WriteEndArray();
    });

    /// <summary>The publication of these settings; of those that are missing the defaults. Settings of languages that are no editions are passed over.</summary>
    /// <exception cref="JsonException">A value has the wrong shape, or one that must be there is missing.</exception>
    public static Publication Join(IReadOnlyDictionary<SettingKey, string> settings)
    {
        var text = Written(json =>
        {
            json.WriteStartObject();
            foreach (var (key, value) in settings.Where(setting => setting.Key.Language is null && setting.Key.Name != SettingKey.EditionList))
            {
                json.WritePropertyName(key.Name);
                json.WriteRawValue(value);
            }

            json.WriteStartArray(SettingKey.EditionList);
            foreach (var language in EditionsIn(settings))
            {
                WriteEdition(json, language, settings);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        return JsonSerializer.Deserialize(text, PublicationJson.Default.Publication) ?? throw new JsonException("There are no settings.");
    }

    /// <summary>The editions whose name is not among the settings: no publication can be made with them.</summary>
    public static IReadOnlyList<string> EditionsWithoutName(IReadOnlyDictionary<SettingKey, string> settings) =>
        [.. EditionsIn(settings).Where(SettingKey.IsLanguage).Where(language => !settings.ContainsKey(SettingKey.Of(language, "name")))];

    /// <summary>Why a text is no value of this setting, or null.</summary>
    public static SettingProblem? ShapeProblem(SettingKey key, string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return ProblemOf(key, document.RootElement);
        }
        catch (JsonException wrong)
        {
            return new SettingProblem(key, ProblemText.Unreadable, key.ToString(), wrong.Message);
        }
    }

    // What the serializer says names types of the program, which nobody who fills in a form knows.
    private static SettingProblem? ProblemOf(SettingKey key, JsonElement value)
    {
        var type = TypeOf(key);
        try
        {
            return value.Deserialize(type) is Enum choice && !Enum.IsDefined(type.Type, choice) ? NoChoice()
                : HasGap(value) ? new SettingProblem(key, ProblemText.ListGap, key.ToString()) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or NotSupportedException)
        {
            return type.Type.IsEnum ? NoChoice() : new SettingProblem(key, ProblemText.Shape, key.ToString(), (wrong as JsonException)?.Path ?? "$");
        }

        SettingProblem NoChoice() => new(key, ProblemText.OneOf, value.ToString(), key.ToString(), string.Join(", ", Enum.GetNames(type.Type)));
    }

    /// <summary>The value as it is kept, so that two ways to write it are one value.</summary>
    /// <param name="value">One without a <see cref="ShapeProblem"/>.</param>
    public static string Normalize(SettingKey key, string value)
    {
        var type = TypeOf(key);
        using var document = JsonSerializer.SerializeToDocument(JsonSerializer.Deserialize(value, type), type);
        return Text(document.RootElement);
    }

    private static bool HasGap(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasGap(item)),
        JsonValueKind.Object => value.EnumerateObject().Any(property => HasGap(property.Value)),
        _ => false,
    };

    private static JsonTypeInfo TypeOf(SettingKey key) => key switch
    {
        { Language: null, Name: SettingKey.EditionList } => SettingValues.Default.ListOfTexts,
        { Name: SettingKey.FrontDraft } => PublicationJson.Default.FrontArrangement,
        { Language: null } => Property(PublicationJson.Default.Publication, key.Name),
        _ => Property(PublicationJson.Default.Edition, key.Name),
    };

    private static JsonTypeInfo Property(JsonTypeInfo type, string name) =>
        PublicationJson.Default.GetTypeInfo(type.Properties.First(property => property.Name == name).PropertyType)!;

    private static IReadOnlyList<string> EditionsIn(IReadOnlyDictionary<SettingKey, string> settings) =>
        settings.TryGetValue(SettingKey.Of(SettingKey.EditionList), out var list) ? JsonSerializer.Deserialize(list, SettingValues.Default.ListOfTexts) ?? [] : [];

    private static void WriteEdition(Utf8JsonWriter json, string language, IReadOnlyDictionary<SettingKey, string> settings)
    {
        json.WriteStartObject();
        json.WriteString("language", language);
        foreach (var (key, value) in settings.Where(setting => setting.Key.Language == language && setting.Key.Name != SettingKey.FrontDraft))
        {
            json.WritePropertyName(key.Name);
            json.WriteRawValue(value);
        }

        json.WriteEndObject();
    }

    private static IEnumerable<(SettingKey, string)> OfEdition(JsonElement edition)
    {
        var language = edition.GetProperty("language").GetString()!;
        return edition.EnumerateObject().Where(property => SettingKey.NamesOfEdition.Contains(property.Name)).Select(property => (SettingKey.Of(language, property.Name), Text(property.Value)));
    }

    private static string Text(JsonElement value) => Written(value.WriteTo);

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            write(json);
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
