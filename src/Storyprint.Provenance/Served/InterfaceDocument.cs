using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storyprint.Provenance.Served;

/// <summary>
/// What is served at <c>/.well-known/storyprint/interface</c>: all words that a publication's pages say beside its stories. They are not sealed; whoever checks
/// the pages takes them for a closed list, and names those that the program does not bring itself.
/// </summary>
public sealed record InterfaceDocument
{
    /// <summary>Bytes that a document may have.</summary>
    public const int MaxLength = 4 << 20;

    private static readonly InterfaceJson Readable =
        new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The address that the pages give as their own, <c>https://HOST</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The main edition first.</summary>
    public required IReadOnlyList<InterfaceEdition> Editions { get; init; }

    /// <summary>Reads a document. Members that are not known are skipped; false, with a reason, where it is malformed.</summary>
    public static bool TryParse(ReadOnlySpan<byte> json, [NotNullWhen(true)] out InterfaceDocument? document, [NotNullWhen(false)] out string? reason)
    {
        (document, reason) = (null, $"It has at most {MaxLength} bytes and an edition at least.");
        if (json.Length > MaxLength)
        {
            return false;
        }

        try
        {
            document = JsonSerializer.Deserialize(json, InterfaceJson.Default.InterfaceDocument);
        }
        catch (JsonException problem)
        {
            // System.Text.Json has no other way to say that a document is malformed; nothing was changed by trying.
            reason = $"It is not the JSON document it should be: {problem.Message}";
            return false;
        }

        if (document is not { Editions.Count: > 0 } || document.Editions.Any(edition => edition.Months.Count != 12))
        {
            document = null;
            return false;
        }

        reason = null;
        return true;
    }

    /// <summary>The document, JSON in UTF-8.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Readable.InterfaceDocument);
}

/// <summary>The words of one edition.</summary>
public sealed record InterfaceEdition
{
    /// <summary>BCP 47 tag, also the first part of the edition's addresses.</summary>
    public required string Language { get; init; }

    /// <summary>What the publication is called.</summary>
    public required string Name { get; init; }

    /// <summary>Whether dates are written in the Solar Hijri calendar instead of the Gregorian one.</summary>
    public bool IsJalali { get; init; }

    /// <summary>The months as dates name them, twelve.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>The sections: slug and name.</summary>
    public required IReadOnlyDictionary<string, string> Sections { get; init; }

    /// <summary>The texts of the interface by their keys, with {0}, {1} … where a value stands.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>Everything else that pages say: tagline, imprint, days of the week, the zone, the names of languages.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Lists whose address was given up, and the one that has their stories now: <c>topic/boat</c> and <c>topic/boats</c>, as they stand behind the language. Null in documents of earlier versions.</summary>
    public IReadOnlyDictionary<string, string>? MovedLists { get; init; }

    /// <summary>The lines of the standing pages, in order, by the end of their addresses: <c>about</c>, <c>policies</c>. Null in documents of earlier versions.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? StandingPages { get; init; }
}

/// <summary>Serialisation code made at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(InterfaceDocument))]
internal sealed partial class InterfaceJson : JsonSerializerContext;
