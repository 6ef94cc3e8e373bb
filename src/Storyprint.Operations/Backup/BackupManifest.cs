using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storyprint.Operations.Backup;

/// <summary>The manifest of a backup. It is written last: without it a backup is incomplete.</summary>
public sealed record BackupManifest
{
    public const string FileName = "storyprint-backup.json";
    public const string CurrentForm = "storyprint-backup/1";

    public required string Form { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The public address of the publication.</summary>
    public required string Publication { get; init; }

    /// <summary>The file of the database.</summary>
    public required string Database { get; init; }

    public required long LogSize { get; init; }

    /// <summary>Root of the log, base64; empty where no log was begun.</summary>
    public required string LogRoot { get; init; }

    public required long Stories { get; init; }

    public required long Revisions { get; init; }

    public required bool HasKeys { get; init; }

    /// <summary>Every file but the originals, whose names are their digests.</summary>
    public required IReadOnlyList<BackupFile> Files { get; init; }

    /// <summary>Digests of originals that were missing.</summary>
    public required IReadOnlyList<string> MissingPictures { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, BackupJson.Default.BackupManifest);

    /// <summary>Null where the bytes are not a manifest of this format.</summary>
    public static BackupManifest? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, BackupJson.Default.BackupManifest) is { Form: CurrentForm } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A file of a backup.</summary>
/// <param name="Path">With slashes, relative to the backup.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record BackupFile(string Path, long Size, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
