using System.Text.Encodings.Web;
using System.Text.Json;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Commands.Settings;

/// <summary>Values of settings as people type and read them.</summary>
internal static class SettingText
{
    private const int Width = 100;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string UnknownKey(string text) => SettingKey.IsOfMachine(text)
        ? $"“{text}” belongs to this machine: it is set in its publication.json or by the environment."
        : $"“{text}” is no setting; 'storyprint settings list' shows all.";

    /// <summary>The JSON of what was typed: a text needs no quotation marks. Null, with the reason, where a file cannot be read.</summary>
    public static async Task<(string? Json, string Problem)> ReadAsync(SettingKey key, string typed, CancellationToken cancellation)
    {
        try
        {
            var text = typed.StartsWith('@') && key.Name != "contact" ? await File.ReadAllTextAsync(typed[1..], cancellation) : typed;
            return (IsJson(text) && PublicationSettings.ShapeProblem(key, text) is null ? Compact(text) : PublicationSettings.ShapeProblem(key, Quoted(text)) is null ? Quoted(text) : text, string.Empty);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"{typed[1..]} cannot be read: {fault.Message}");
        }
    }

    public static string OnOneLine(string json) => json.Length <= Width ? json : $"{json[..Width]}… ({json.Length:N0} characters)";

    /// <summary>A text as it is; everything else as JSON with line breaks.</summary>
    public static string ForPeople(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()! : JsonSerializer.Serialize(document.RootElement, Indented);
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            // A text that needs quotation marks then.
            return false;
        }
    }

    private static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.RootElement.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
