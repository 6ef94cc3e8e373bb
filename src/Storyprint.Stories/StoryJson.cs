using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storyprint.Stories;

/// <summary>Serialises story content as JSON for storage.</summary>
public static class StoryJson
{
    // Text is not escaped to ASCII: this JSON is never embedded in HTML.
    private static readonly StoryJsonContext Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        MaxDepth = 32,
    });

    public static string Write(StoryContent content) => JsonSerializer.Serialize(content, Context.StoryContent);

    /// <summary>The same text in UTF-8.</summary>
    public static byte[] WriteUtf8(StoryContent content) => JsonSerializer.SerializeToUtf8Bytes(content, Context.StoryContent);

    /// <exception cref="JsonException">The text is not story content.</exception>
    public static StoryContent Read(string json) =>
        JsonSerializer.Deserialize(json, Context.StoryContent) ?? throw new JsonException("Stored story content is empty.");
}

[JsonSerializable(typeof(StoryContent))]
internal sealed partial class StoryJsonContext : JsonSerializerContext;
