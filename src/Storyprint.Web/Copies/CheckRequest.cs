using System.Text.Json.Serialization;

namespace Storyprint.Web.Copies;

/// <summary>What a program asks.</summary>
/// <param name="Code">The code of the story that the text is said to be of, or null.</param>
internal sealed record CheckRequest(string? Text = null, string? Code = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckRequest))]
internal sealed partial class CheckRequestJson : JsonSerializerContext;
