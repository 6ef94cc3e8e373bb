using System.Text.Json.Serialization;

namespace Storyprint.Extraction;

/// <summary>What came of reading a file.</summary>
[JsonDerivedType(typeof(Extracted), "extracted")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record ExtractionOutcome
{
    private ExtractionOutcome()
    {
    }

    public sealed record Extracted(ExtractedText Content) : ExtractionOutcome;

    public sealed record Refused(ExtractionRefusal Reason) : ExtractionOutcome;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ExtractionOutcome))]
internal sealed partial class ExtractionJson : JsonSerializerContext;
