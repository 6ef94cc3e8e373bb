using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Storyprint.Storage.Audit;

/// <summary>
/// Chains the entries of the record: each digest is SHA-256 over <c>storyprint/audit/v1</c>, the digest before and the entry as JSON, a line each. Who changes, removes or
/// inserts an entry must change every digest after it, and the heads of the chain stand in the public log.
/// </summary>
public static class AuditChain
{
    /// <summary>The digest before the first entry.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Hexadecimal digits in lower case.</returns>
    public static string Digest(string before, AuditEntry entry)
    {
        using var text = new MemoryStream();
        text.Write(Encoding.ASCII.GetBytes($"storyprint/audit/v1\n{before}\n"));
        using (var json = new Utf8JsonWriter(text, Plain))
        {
            Write(json, entry);
        }

        return Convert.ToHexStringLower(SHA256.HashData(text.GetBuffer().AsSpan(0, (int)text.Length)));
    }

    /// <summary>The entry as an object without its digest; the same members in the same order, null where there is nothing.</summary>
    public static void Write(Utf8JsonWriter json, AuditEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("number", entry.Number);
        json.WriteNumber("at", entry.At.ToUnixTimeMilliseconds());
        json.WriteString("act", entry.Act);
        json.WriteString("actor", entry.Actor);
        json.WriteString("person", entry.PersonId);
        json.WriteNumber("means", (int)entry.Means);
        json.WriteString("address", entry.NetworkAddress);
        json.WriteString("subject", entry.Subject);
        json.WriteString("before", entry.Before);
        json.WriteString("after", entry.After);
        json.WriteString("reason", entry.Reason);
        json.WriteEndObject();
    }
}
