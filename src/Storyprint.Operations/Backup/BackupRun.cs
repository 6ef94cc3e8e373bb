using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Files;

namespace Storyprint.Operations.Backup;

/// <summary>The last backup that was started from the newsroom, kept in a file: whoever opens the page later sees what became of it.</summary>
public sealed record BackupRun
{
    public required string By { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs, and for good where the program was stopped meanwhile.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why there is no backup, or what it lacks; null where all is well.</summary>
    public string? Problem { get; init; }

    [JsonIgnore]
    public bool IsGood => EndedAt is not null && Problem is null;

    public static BackupRun? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), BackupLedgerJson.Default.BackupRun) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(string path) => AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, BackupLedgerJson.Default.BackupRun), OwnerOnlyFiles.Mode);
}
