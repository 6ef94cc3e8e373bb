using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;

namespace Storyprint.Provenance.Served;

/// <summary>
/// The document at <c>/api/v1/revisions/CODE.REV</c>: what is needed to check a revision's text against its log entry. After a withdrawal it is served with
/// status 410, without text and salt.
/// </summary>
public sealed record RevisionDocument
{
    /// <summary>The maximum size of a document in bytes.</summary>
    public const int MaxLength = 8 << 20;

    private static readonly RevisionJson Readable =
        new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The story code.</summary>
    public required string Code { get; init; }

    /// <summary>The revision's number.</summary>
    public required int Revision { get; init; }

    /// <summary>The index of its entry in the log.</summary>
    public required long Index { get; init; }

    /// <summary>The entry's ASCII text, exactly as logged.</summary>
    public required string Entry { get; init; }

    /// <summary>32 lower-case hexadecimal digits; null once the text is erased.</summary>
    public required string? Salt { get; init; }

    /// <summary>The canonical text; null once it is erased.</summary>
    public required string? Text { get; init; }

    /// <summary>Whether text and salt were erased, as a withdrawal in the log says.</summary>
    public required bool Erased { get; init; }

    /// <summary>The document of a revision with a text.</summary>
    public static RevisionDocument Create(long index, RevisionEntry entry, Salt salt, string canonicalText) =>
        Erase(index, entry) with { Salt = salt.ToString(), Text = canonicalText, Erased = false };

    /// <summary>The document of a revision whose text and salt are erased.</summary>
    public static RevisionDocument Erase(long index, RevisionEntry entry) => new()
    {
        Code = entry.Revision.Code,
        Revision = entry.Revision.Number,
        Index = index,
        Entry = Encoding.ASCII.GetString(entry.ToBytes()),
        Salt = null,
        Text = null,
        Erased = true,
    };

    /// <summary>Whether the document is about this revision at this index.</summary>
    public bool IsOf(RevisionName revision, long index) => Code == revision.Code && Revision == revision.Number && Index == index;

    /// <summary>Whether text and salt are present and match the entry's commitment.</summary>
    public bool TextIsThatOf(RevisionEntry entry) =>
        Text is not null && Salt is { Length: 2 * Commitments.Salt.Length } && !Salt.Any(char.IsAsciiLetterUpper) && Salt.All(char.IsAsciiHexDigit)
        && entry.CommitsTo(Encoding.UTF8.GetBytes(Text), new Salt(Convert.FromHexString(Salt)));

    /// <summary>Parses a document. Unknown members are ignored; false, with a reason, where it is malformed or contradicts itself.</summary>
    public static bool TryParse(ReadOnlySpan<byte> json, [NotNullWhen(true)] out RevisionDocument? document, [NotNullWhen(false)] out string? reason)
    {
        (document, reason) = (null, $"A revision's document has at most {MaxLength} bytes.");
        if (json.Length > MaxLength)
        {
            return false;
        }

        RevisionDocument? read;
        try
        {
            read = JsonSerializer.Deserialize(json, RevisionJson.Default.RevisionDocument);
        }
        catch (JsonException problem)
        {
            // System.Text.Json reports a malformed document only by exceptions.
            reason = $"It is not the JSON document it should be: {problem.Message}";
            return false;
        }

        reason = "Text and salt are there together, or erased together.";
        if (read is null || read.Erased != (read.Text is null) || read.Erased != (read.Salt is null))
        {
            return false;
        }

        (document, reason) = (read, null);
        return true;
    }

    /// <summary>The document, JSON in UTF-8. Served as <c>application/json</c> with <c>nosniff</c>: Persian stays readable, and is not escaped for HTML.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Readable.RevisionDocument);
}

/// <summary>Serialisation code made at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RevisionDocument))]
internal sealed partial class RevisionJson : JsonSerializerContext;
