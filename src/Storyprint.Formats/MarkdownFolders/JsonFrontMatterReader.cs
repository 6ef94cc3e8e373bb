using System.Text;
using System.Text.Json;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Reads JSON into plain values: text, lists and maps. Numbers and truth values are kept as they are written.</summary>
internal static class JsonFrontMatterReader
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 12 };

    /// <summary>The fields, and how many characters they take; or why they cannot be read, and the line.</summary>
    /// <param name="text">Begins with the fields.</param>
    public static (Dictionary<string, object>? Fields, int Length, string Reason, int Line) Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            // What stands behind the fields is Markdown, so only the first value is read.
            var reader = new Utf8JsonReader(bytes, isFinalBlock: true, new JsonReaderState(Options));
            reader.Read();
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, 0, "Its front matter (JSON) is no list of fields.", 1);
            }

            var length = Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.BytesConsumed);
            return (Map(document.RootElement), length, string.Empty, 0);
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber ?? 0) + 1;
            return (null, 0, $"Its front matter (JSON) cannot be read at line {line}: {error.Message}", line);
        }
        catch (InvalidOperationException)
        {
            return (null, 0, "Its front matter (JSON) holds half a character.", 1);
        }
    }

    private static object Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Map(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Null => string.Empty,
        _ => element.GetRawText(),
    };

    private static Dictionary<string, object> Map(JsonElement element)
    {
        var map = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in element.EnumerateObject())
        {
            map[property.Name] = Value(property.Value);
        }

        return map;
    }
}
