using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Storyprint.Files;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;

namespace Storyprint.Operations.Backup;

/// <summary>Verifies a backup: every file against its digest, the log against its root, the rows of pictures against their files.</summary>
/// <param name="folder">Where files are extracted; the database at least.</param>
/// <param name="progress">Reports files and log entries read.</param>
internal sealed class CheckBackup(IBackup backup, string folder, IProgress<StepProgress>? progress = null)
{
    private readonly Dictionary<string, BackupFile> read = new(StringComparer.Ordinal);

    /// <summary>Whether every file is extracted, for a restore; otherwise only what must be opened.</summary>
    public bool TakesAllOut { get; init; }

    /// <summary>The files to read, where the folder also holds those of an earlier backup; null for all.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>Pictures of which only the length is checked.</summary>
    public IReadOnlyDictionary<string, long> Trusted { get; init; } = new Dictionary<string, long>();

    /// <summary>The manifest of a backup in progress, which has none yet.</summary>
    public BackupManifest? Manifest { get; set; }

    /// <summary>Null when the backup is good; otherwise what is wrong with it.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await ReadFilesAsync(cancellation) ?? Compare() ?? await OpenAsync(cancellation);
        }
        catch (Exception fault) when (fault is EndOfStreamException or InvalidDataException or FormatException)
        {
            return $"It ends in the middle, or is no backup: {fault.Message}";
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 11 or 26)
        {
            return $"Its database is damaged: {fault.Message}";
        }
    }

    private async Task<string?> ReadFilesAsync(CancellationToken cancellation)
    {
        await foreach (var (path, content) in backup.ReadAsync(cancellation))
        {
            if (Only?.Contains(path) == false || path.EndsWith(".unfinished", StringComparison.Ordinal))
            {
                continue;
            }

            if (!BackupPath.IsKnown(path))
            {
                return $"It holds a file that no backup has: {path}";
            }

            if (Trusted.TryGetValue(path, out var size) && content.Length == size)
            {
                read[path] = new BackupFile(path, size, Path.GetFileName(path));
            }
            else
            {
                read[path] = await ReadAsync(path, content, cancellation);
            }

            if (BackupPath.IsOriginal(path) && read[path].Sha256 != Path.GetFileName(path))
            {
                return $"The picture {Path.GetFileName(path)} is damaged: its bytes have another digest.";
            }

            progress?.Report(new StepProgress("files read back", read.Count, 0));
        }

        Manifest ??= await ManifestAsync(cancellation);
        return Manifest is null ? "It has no manifest: it ends in the middle, or is no backup of Storyprint." : null;
    }

    private async Task<BackupManifest?> ManifestAsync(CancellationToken cancellation) => read.ContainsKey(BackupManifest.FileName)
        ? BackupManifest.Read(await File.ReadAllBytesAsync(BackupPath.On(folder, BackupManifest.FileName), cancellation))
        : null;

    private async Task<BackupFile> ReadAsync(string path, Stream content, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var isTaken = TakesAllOut || path == BackupManifest.FileName || path.EndsWith(".db", StringComparison.Ordinal);
        var target = BackupPath.On(folder, path);
        if (isTaken)
        {
            OwnerOnlyFiles.MakeFolder(Path.GetDirectoryName(target)!);
        }

        await using var file = isTaken ? new FileStream(target, OwnerOnlyFiles.Write(FileMode.Create)) : null;
        var buffer = new byte[1 << 16];
        var size = 0L;
        int count;
        while ((count = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, count);
            size += count;
            if (file is not null)
            {
                await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
            }
        }

        file?.Flush(flushToDisk: true);
        return new BackupFile(path, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private string? Compare()
    {
        foreach (var file in Manifest!.Files)
        {
            if (!read.TryGetValue(file.Path, out var found))
            {
                return $"{file.Path} is missing from it.";
            }

            if (found != file)
            {
                return $"{file.Path} is damaged: its bytes are not those that were written.";
            }
        }

        return Manifest.Files.Any(file => file.Path == Manifest.Database) ? null : "It names no database.";
    }

    private async Task<string?> OpenAsync(CancellationToken cancellation)
    {
        var database = new SqliteDatabase(BackupPath.On(folder, Manifest!.Database));
        try
        {
            if (await database.DamageAsync(isFull: true, cancellation) is [var first, ..])
            {
                return $"Its database is damaged: {first}";
            }

            var log = await LogIntegrityCheck.ReadAsync(database, progress, cancellation);
            var counts = await BackupCounts.ReadAsync(database, cancellation);
            return log.Problem is { } problem && Manifest.LogSize > 0 ? $"Its log is damaged: {problem}"
                : (log.Head?.Size ?? 0, log.Head?.Root.ToString() ?? string.Empty) != (Manifest.LogSize, Manifest.LogRoot) ? "Its log is not the one that its manifest names."
                : (counts.Stories, counts.Revisions) != (Manifest.Stories, Manifest.Revisions) ? "It does not hold as many stories and revisions as its manifest says."
                : counts.Pictures.FirstOrDefault(IsMissing) is { Hash: { } hash } ? $"The picture {hash} is missing from it."
                : null;
        }
        finally
        {
            database.CloseIdle();
        }
    }

    private bool IsMissing(ReferencedPicture picture) =>
        !read.ContainsKey(BackupPath.Original(picture.Hash)) && !Manifest!.MissingPictures.Contains(picture.Hash);
}
