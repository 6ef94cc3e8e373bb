using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Stories.Editions.FrontPages;

namespace Storyprint.Stories.Editions;

/// <summary>A publication as JSON: the file <c>publication.json</c>, and the values in the database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(Publication))]
[JsonSerializable(typeof(FrontArrangement))]
public sealed partial class PublicationJson : JsonSerializerContext;
