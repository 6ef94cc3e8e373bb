using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Storyprint.Stories.Links;
using Storyprint.Text.Matching;

namespace Storyprint.Checking;

/// <summary>An answer for programs.</summary>
public sealed record CopyAnswerDocument
{
    /// <summary>As <see cref="CopyVerdict"/>: <c>identical</c>, <c>sameWords</c>, <c>excerpt</c>, <c>altered</c>, <c>withdrawn</c>, <c>tooShort</c>, <c>notFound</c>.</summary>
    public required CopyVerdict Verdict { get; init; }

    public required int Alterations { get; init; }

    public required IReadOnlyList<PartDocument> Parts { get; init; }

    public required IReadOnlyList<NamedDocument> Named { get; init; }

    public required IReadOnlyList<string> Mentions { get; init; }

    public required IReadOnlyList<HiddenCharacter> Hidden { get; init; }

    /// <summary>What was read from a file; null for a text.</summary>
    public ReadDocument? Read { get; init; }

    public static CopyAnswerDocument Of(CopyAnswer answer, PublicAddress address) => new()
    {
        Verdict = answer.Verdict,
        Alterations = answer.Alterations,
        Parts = [.. answer.Parts.Select(part => new PartDocument
        {
            Revision = part.Revision.Id.ToString(),
            Address = $"{address.Origin}/news/{part.Revision.Id}",
            Headline = part.Revision.Content.Headline,
            ReleasedAt = part.Revision.ReleasedAt,
            Newest = part.Revision.Current.Value,
            Status = part.Revision.Status.ToString().ToLowerInvariant(),
            Alike = [.. part.Alike.Select(number => number.Value)],
            Ties = [.. part.Ties.Select(tie => tie.Id.ToString())],
            Share = Math.Round(part.Comparison.Share, 3),
            HasOtherText = part.Comparison.HasForeignText,
            MissingHeadline = part.Comparison.MissingHeadline,
            Differences = part.Comparison.Differences,
        })],
        Named = [.. answer.Named.Select(named => new NamedDocument(named.Number is { } number ? $"{named.Code}.{number}" : named.Code.Digits, named.IsWithdrawn, named.Seal))],
        Mentions = [.. answer.Mentions.Select(story => story.Code.Digits)],
        Hidden = answer.Hidden,
        Read = answer.Read is { } read ? new ReadDocument(read.Kind.ToString().ToLowerInvariant(), read.IsRecognised, read.IsCut, read.Lack?.ToString() is { } lack ? char.ToLowerInvariant(lack[0]) + lack[1..] : null, read.Marks, read.Text) : null,
    };

    /// <summary>What <see cref="ToBytes"/> wrote, perhaps by another version; null where it is something else.</summary>
    public static CopyAnswerDocument? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, CopyAnswerJson.Readable.CopyAnswerDocument);
        }
        catch (JsonException)
        {
            // Somebody else's answer; the caller says so.
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, CopyAnswerJson.Readable.CopyAnswerDocument);
}

/// <summary>A revision that a part of the copy follows.</summary>
public sealed record PartDocument
{
    /// <summary><c>CODE.REV</c></summary>
    public required string Revision { get; init; }

    public required string Address { get; init; }

    public required string Headline { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>The number of the story's newest revision.</summary>
    public required int Newest { get; init; }

    /// <summary><c>published</c> or <c>retracted</c>.</summary>
    public required string Status { get; init; }

    public required IReadOnlyList<int> Alike { get; init; }

    public required IReadOnlyList<string> Ties { get; init; }

    /// <summary>How much of the published text it holds, 0 to 1.</summary>
    public required double Share { get; init; }

    public required bool HasOtherText { get; init; }

    /// <inheritdoc cref="CopyComparison.MissingHeadline"/>
    public required string? MissingHeadline { get; init; }

    public required IReadOnlyList<CopyDifference> Differences { get; init; }
}

/// <summary>What was read from a file.</summary>
/// <param name="IsRecognised">Whether a machine has read it in a picture and may be wrong.</param>
/// <param name="IsCut">Whether only the first 64 kB were compared.</param>
/// <param name="Lack">Why no words were read, or null: <c>noProgram</c>, <c>noLanguage</c>, <c>tookTooLong</c>, <c>nothingFound</c>.</param>
/// <param name="Marks">What the QR codes in it say.</param>
public sealed record ReadDocument(string Kind, bool IsRecognised, bool IsCut, string? Lack, IReadOnlyList<string> Marks, string Text);

/// <summary>A story that the copy names.</summary>
/// <param name="Id"><c>CODE</c> or <c>CODE.REV</c>.</param>
/// <param name="Seal">What the seal in it says: <c>none</c>, <c>holds</c>, <c>unreadable</c>, <c>notOurs</c>, <c>outsideKeyTime</c>, <c>keyRevoked</c>, <c>otherText</c>, <c>notInLog</c>.</param>
public sealed record NamedDocument(string Id, bool IsWithdrawn, SealReading Seal);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CopyAnswerDocument))]
internal sealed partial class CopyAnswerJson : JsonSerializerContext
{
    /// <summary>Letters of every script as they are.</summary>
    public static CopyAnswerJson Readable { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter<CopyVerdict>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<CopyDifferenceKind>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<SealReading>(JsonNamingPolicy.CamelCase) },
    });
}
