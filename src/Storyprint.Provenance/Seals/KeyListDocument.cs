using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Seals;

/// <summary>The key list as JSON. Unknown members are ignored, so that later versions can add some.</summary>
internal sealed record KeyListDocument(string Publisher, IReadOnlyList<KeyListDocument.Row> Keys)
{
    // People copy keys from it, so a plus is not escaped. It is never embedded in HTML.
    private static readonly KeyListJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>One key; times as in entries.</summary>
    internal sealed record Row(string Role, int Ordinal, string Vkey, string From, string? Until, string Status, long? RevokedAtIndex);

    public static byte[] Write(KeyList list) => JsonSerializer.SerializeToUtf8Bytes(
        new KeyListDocument(list.Publisher.Text, [.. list.Keys.Select(key => new Row(
            key.Role.Word,
            key.Ordinal,
            key.Key.ToString(),
            EntryTime.Format(key.From),
            key.Until is { } until ? EntryTime.Format(until) : null,
            StatusWord(key.Status),
            key.RevokedAtIndex))]),
        Readable.KeyListDocument);

    public static bool TryRead(ReadOnlySpan<byte> json, [NotNullWhen(true)] out KeyList? list, [NotNullWhen(false)] out string? reason)
    {
        list = null;
        if (json.Length > KeyList.MaxLength)
        {
            reason = $"A key list has at most {KeyList.MaxLength} bytes.";
            return false;
        }

        KeyListDocument? document;
        try
        {
            document = JsonSerializer.Deserialize(json, KeyListJson.Default.KeyListDocument);
        }
        catch (JsonException problem)
        {
            // System.Text.Json reports a malformed document only by exceptions.
            reason = $"The key list is not the JSON document it should be: {problem.Message}";
            return false;
        }

        reason = "The key list names no publisher.";
        if (document is null || !PublisherName.TryParse(document.Publisher, out var publisher))
        {
            return false;
        }

        var keys = new List<PublishedKey>();
        foreach (var row in document.Keys)
        {
            if (row is null || !TryReadKey(row, out var key))
            {
                reason = $"The key '{row?.Vkey}' in the list is malformed.";
                return false;
            }

            keys.Add(key);
        }

        return KeyList.TryCreate(publisher, keys, out list, out reason);
    }

    private static bool TryReadKey(Row row, [NotNullWhen(true)] out PublishedKey? key)
    {
        key = null;
        DateTimeOffset until = default;
        if (!KeyRole.TryParseWord(row.Role, out var role) || !VerifierKey.TryParse(row.Vkey, out var verifier, out _)
            || !EntryTime.TryParse(row.From, out var from) || (row.Until is not null && !EntryTime.TryParse(row.Until, out until)))
        {
            return false;
        }

        var read = new PublishedKey
        {
            Role = role,
            Ordinal = row.Ordinal,
            Key = verifier,
            From = from,
            Until = row.Until is null ? null : until,
            RevokedAtIndex = row.RevokedAtIndex,
        };

        // A key that is "active" and has a revocation is contradictory: refused.
        key = StatusWord(read.Status) == row.Status ? read : null;
        return key is not null;
    }

    private static string StatusWord(KeyStatus status) => status switch
    {
        KeyStatus.Active => "active",
        KeyStatus.Retired => "retired",
        _ => "revoked",
    };
}

/// <summary>Serialisation code made at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KeyListDocument))]
internal sealed partial class KeyListJson : JsonSerializerContext;
