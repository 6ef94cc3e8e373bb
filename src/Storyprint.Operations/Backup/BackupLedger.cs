using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Files;

namespace Storyprint.Operations.Backup;

/// <summary>The backups that were made on this machine, wherever they went: a line each in <c>backups.jsonl</c> of the publication's folder.</summary>
public sealed class BackupLedger(string folder)
{
    private const int Kept = 200;

    private readonly string path = Path.Combine(folder, "backups.jsonl");

    public void Add(MadeBackup made)
    {
        // A line is shorter than what a disk writes at once, so that two programs never mix theirs.
        using var file = new FileStream(path, OwnerOnlyFiles.Write(FileMode.OpenOrCreate));
        if (file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n')
        {
            // The one before was cut short; it must not take this one with it.
            file.WriteByte((byte)'\n');
        }

        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(made, BackupLedgerJson.Default.MadeBackup), (byte)'\n']);
    }

    /// <summary>Every place that a backup went to with the newest one there, the newest first.</summary>
    public IReadOnlyList<MadeBackup> Read() =>
    [
        .. (File.Exists(path) ? File.ReadLines(path) : []).TakeLast(Kept * 10).Select(Line).OfType<MadeBackup>()
            .GroupBy(made => made.Place, StringComparer.Ordinal).Select(same => same.MaxBy(made => made.MadeAt)!).OrderByDescending(made => made.MadeAt).Take(Kept),
    ];

    // A line that was cut short by a full disk says nothing; the others stand.
    private static MadeBackup? Line(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, BackupLedgerJson.Default.MadeBackup);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A backup that was made and read back.</summary>
public sealed record MadeBackup
{
    /// <summary>Its folder or file on the machine that made it.</summary>
    public required string Place { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Bytes, pictures of earlier backups in the folder among them.</summary>
    public required long Size { get; init; }

    public required long Stories { get; init; }

    public required bool HasKeys { get; init; }

    public required int MissingPictures { get; init; }

    /// <summary>Who made it.</summary>
    public required string By { get; init; }

    /// <summary>Whether it is still there, as this machine sees it.</summary>
    [JsonIgnore]
    public bool IsThere => File.Exists(Place) || File.Exists(Path.Combine(Place, BackupManifest.FileName));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MadeBackup))]
[JsonSerializable(typeof(BackupRun))]
internal sealed partial class BackupLedgerJson : JsonSerializerContext;
