using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Storyprint.Files;
using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Audit;

namespace Storyprint.Operations.Imports;

/// <summary>The report of an import on the disk: an item a line, so that a page of a hundred thousand is searched without holding them, and the whole as the command line writes it.</summary>
public sealed class ImportReportFile(string folder)
{
    private static readonly ImportJobJson Json = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly string lines = Path.Combine(folder, "report.jsonl");

    /// <summary>The report as <c>storyprint import --report</c> writes it.</summary>
    public string WholePath => Path.Combine(folder, "report.json");

    public bool IsThere => File.Exists(lines);

    public async Task WriteAsync(ImportReport report, CancellationToken cancellation)
    {
        await AtomicFile.WriteAsync(WholePath, Encoding.UTF8.GetBytes(report.ToJson()), cancellation, OwnerOnlyFiles.Mode);
        await WriteLinesAsync(report.Items);
    }

    /// <summary>Items that a search finds, in the order of the archive.</summary>
    /// <param name="outcome">Null for every one.</param>
    /// <param name="text">A part of label, source, code or notes, in any case of letters.</param>
    /// <param name="skip">Found ones that are left out.</param>
    /// <returns>So many of them, and whether there are more.</returns>
    public (IReadOnlyList<ImportLine> Items, bool HasMore) Find(ImportOutcome? outcome, string text, int skip, int take)
    {
        var found = Read().Where(item => (outcome is null || item.Outcome == outcome) && Holds(item, text)).Skip(skip).Take(take + 1).ToList();
        return ([.. found.Take(take)], found.Count > take);
    }

    /// <summary>Writes CSV (RFC 4180), an item a line.</summary>
    public async Task WriteCsvAsync(Stream body)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes("\uFEFFoutcome,code,source,line,label,notes\r\n"));
        foreach (var item in Read())
        {
            string?[] fields = [item.Outcome.ToString(), item.Code, item.Source, item.Line == 0 ? null : item.Line.ToString(CultureInfo.InvariantCulture), item.Label, string.Join('\n', item.Notes)];
            await body.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', fields.Select(CsvField.Of)) + "\r\n"));
        }
    }

    /// <summary>Whether an item is such a one.</summary>
    public bool Holds(Func<ImportLine, bool> such) => Read().Any(such);

    /// <summary>What the items of some stories were read from.</summary>
    /// <param name="codes">The stories' codes, as digits.</param>
    public IReadOnlyList<string> SourcesOf(IReadOnlySet<string> codes) => [.. Read().Where(line => line.Code is { } code && codes.Contains(code)).Select(line => line.Source)];

    /// <summary>Takes items out of the report, in both of its forms.</summary>
    /// <param name="keep">The item as it stays; null for one that goes.</param>
    /// <returns>Whether there was anything to take out.</returns>
    public async Task<bool> EraseAsync(Func<ImportLine, ImportLine?> keep)
    {
        if (Read().All(line => keep(line) == line))
        {
            return false;
        }

        // The whole form first: while it holds something the lines do too, and the next attempt finds it by them.
        if (File.Exists(WholePath) && JsonNode.Parse(await File.ReadAllBytesAsync(WholePath)) is JsonObject whole)
        {
            whole["items"] = new JsonArray([.. Read().Select(keep).OfType<ImportLine>().Select(line => JsonSerializer.SerializeToNode(line, Json.ImportLine))]);
            whole.Remove("lostAddresses");
            await AtomicFile.WriteAsync(WholePath, Encoding.UTF8.GetBytes(whole.ToJsonString(Indented)), CancellationToken.None, OwnerOnlyFiles.Mode);
        }

        await WriteLinesAsync(Read().Select(keep).OfType<ImportLine>());
        return true;
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task WriteLinesAsync(IEnumerable<ImportLine> items) => AtomicFile.WriteAsync(lines, async stream =>
    {
        foreach (var item in items)
        {
            await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(item, Json.ImportLine));
            stream.WriteByte((byte)'\n');
        }
    }, OwnerOnlyFiles.Mode);

    private IEnumerable<ImportLine> Read() => (IsThere ? File.ReadLines(lines) : []).Select(line => JsonSerializer.Deserialize(line, Json.ImportLine)!);

    private static bool Holds(ImportLine item, string text) =>
        text.Length == 0 || ((string?[])[item.Label, item.Source, item.Code, .. item.Notes]).Any(each => each?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}
