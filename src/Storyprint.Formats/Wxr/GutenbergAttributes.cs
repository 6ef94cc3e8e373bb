using System.Text.Json;

namespace Storyprint.Formats.Wxr;

/// <summary>Reads the JSON in the comments of WordPress's block editor.</summary>
internal static class GutenbergAttributes
{
    private const int Deepest = 12;

    /// <summary>The attributes in a comment; null where there are none that can be read.</summary>
    public static JsonElement? Read(string comment)
    {
        var (start, end) = (comment.IndexOf('{', StringComparison.Ordinal), comment.LastIndexOf('}'));
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(comment.AsMemory(start, end - start + 1), new JsonDocumentOptions { MaxDepth = 32 });
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // Safe: the attributes only repeat or refine what the HTML shows.
            return null;
        }
    }

    public static string Text(JsonElement? attributes, string name) =>
        attributes is { } given && given.TryGetProperty(name, out var value) ? Text(value) : string.Empty;

    public static string Text(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : string.Empty;
        }
        catch (InvalidOperationException)
        {
            // Safe: JSON can contain an unpaired surrogate, which no text may; it only refines what the HTML shows.
            return string.Empty;
        }
    }

    /// <summary>The words that readers saw and that stand in attributes only: texts of several words, and addresses.</summary>
    public static string Words(JsonElement? value) => value is { } given ? string.Join(" / ", Texts(given, 0).Distinct()) : string.Empty;

    private static IEnumerable<string> Texts(JsonElement value, int depth) => value.ValueKind switch
    {
        _ when depth > Deepest => [],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Texts(property.Value, depth + 1)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(entry => Texts(entry, depth + 1)),
        JsonValueKind.String when Text(value) is { } text && (text.Any(char.IsWhiteSpace) || text.Contains("://", StringComparison.Ordinal)) && text.Any(char.IsLetter) => [text],
        _ => [],
    };
}
