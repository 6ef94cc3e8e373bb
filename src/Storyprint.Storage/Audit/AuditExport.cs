using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Storyprint.Storage.Audit;

/// <summary>Writes the newsroom's record as CSV (RFC 4180) or as a JSON array, entry by entry.</summary>
public static class AuditExport
{
    private const string Head = "number,at,act,actor,person,means,address,subject,before,after,reason,digest\r\n";

    public static async Task WriteCsvAsync(Stream body, IAsyncEnumerable<AuditEntry> entries)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes("\uFEFF" + Head));
        await foreach (var entry in entries)
        {
            var fields = (string?[])
            [
                entry.Number.ToString(CultureInfo.InvariantCulture), entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), entry.Act, entry.Actor, entry.PersonId,
                ((int)entry.Means).ToString(CultureInfo.InvariantCulture), entry.NetworkAddress, entry.Subject, entry.Before, entry.After, entry.Reason, entry.Digest,
            ];
            await body.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', fields.Select(CsvField.Of)) + "\r\n"));
        }
    }

    /// <summary>Each entry has the members that its digest is made of (<see cref="AuditChain"/>), and the digest.</summary>
    public static async Task WriteJsonAsync(Stream body, IAsyncEnumerable<AuditEntry> entries)
    {
        var separator = "[\n";
        await foreach (var entry in entries)
        {
            await body.WriteAsync(Encoding.UTF8.GetBytes(separator));
            using var text = new MemoryStream();
            await using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WritePropertyName("entry");
                AuditChain.Write(json, entry);
                json.WriteString("digest", entry.Digest);
                json.WriteEndObject();
            }

            await body.WriteAsync(text.GetBuffer().AsMemory(0, (int)text.Length));
            separator = ",\n";
        }

        await body.WriteAsync(Encoding.UTF8.GetBytes(separator == "[\n" ? "[]\n" : "\n]\n"));
    }
}
