using System.Text.Json;

namespace Storyprint.Verification.Pages;

/// <summary>Every text in a JSON document, but for the names of its members.</summary>
internal static class JsonStrings
{
    /// <summary>Null where it is no JSON.</summary>
    public static IReadOnlyList<string>? Of(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. Of(document.RootElement)];
        }
        catch (JsonException)
        {
            // Then nobody can read it, and that is what gets reported.
            return null;
        }
    }

    private static IEnumerable<string> Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Of(member.Value)).ToList(),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Of).ToList(),
        _ => [],
    };
}
