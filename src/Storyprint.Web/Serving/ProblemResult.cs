using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace Storyprint.Web.Serving;

/// <summary>Problem details for programs (RFC 9457).</summary>
internal static class ProblemResult
{
    public static PageResult Of(int status, string title, string detail) => new(
        JsonSerializer.SerializeToUtf8Bytes(new Problem("about:blank", title.Length > 0 ? title : ReasonPhrases.GetReasonPhrase(status), status, detail), ProblemJson.Default.Problem),
        "application/problem+json; charset=utf-8", status);
}

internal sealed record Problem(string Type, string Title, int Status, string Detail);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ProblemJson : JsonSerializerContext;
