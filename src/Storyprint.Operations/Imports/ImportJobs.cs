using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Storyprint.Files;

namespace Storyprint.Operations.Imports;

/// <summary>
/// Imports begun in the newsroom, a folder each below <c>imports</c>: the job as JSON, its files, its report. All of it is on the disk, so that a closed window or a program
/// that was started again loses nothing.
/// </summary>
public sealed partial class ImportJobs(string folder, TimeProvider clock, UploadLimits limits)
{
    /// <summary>How long files are kept after something was last done with their import.</summary>
    public static readonly TimeSpan FilesKept = TimeSpan.FromDays(3);

    /// <summary>How long the job and its report are.</summary>
    public static readonly TimeSpan ReportsKept = TimeSpan.FromDays(90);

    /// <summary>Bytes of one piece at most.</summary>
    public const int PieceSize = 1 << 20;

    private const int MaxFiles = 500;
    private const int MaxOpen = 20;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    public string Folder => folder;

    public UploadLimits Limits => limits;

    /// <summary>All of them, the newest first.</summary>
    public IReadOnlyList<ImportJob> All => [.. (Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : []).Select(each => Find(Path.GetFileName(each))).OfType<ImportJob>().OrderByDescending(job => job.CreatedAt)];

    /// <summary>The folder of one.</summary>
    public string FolderOf(string id) => Path.Combine(folder, id);

    public ImportJob? Find(string id)
    {
        try
        {
            return IdForm().IsMatch(id) && File.Exists(JobPath(id)) ? JsonSerializer.Deserialize(File.ReadAllBytes(JobPath(id)), ImportJobJson.Default.ImportJob) : null;
        }
        catch (Exception fault) when (fault is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Begins one, if its files can be taken.</summary>
    public (ImportJob? Job, UploadProblem? Problem) Create(ImportJob wanted)
    {
        var names = wanted.Files.Select(file => UploadName.Read(file.Name)).ToList();
        var problem = wanted.Files.Count is 0 or > MaxFiles || wanted.Files.Any(file => file.Size <= 0) ? UploadProblem.NoFiles
            : names.Contains(null) ? UploadProblem.Name
            : names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count ? UploadProblem.SameName
            : wanted.Files.Any(file => file.Size > limits.MaxBytes) || wanted.Size > limits.MaxBytes ? UploadProblem.TooLarge
            : All.Count(job => job.State == ImportState.Uploading && !job.AreFilesGone) >= MaxOpen ? UploadProblem.TooMany
            : !limits.HasRoom(folder, wanted.Size + All.Where(job => job.State == ImportState.Uploading).Sum(job => job.Size - job.Files.Sum(file => Received(job, file)))) ? UploadProblem.NoRoom
            : (UploadProblem?)null;
        if (problem is not null)
        {
            return (null, problem);
        }

        var made = wanted with { Files = [.. wanted.Files.Zip(names, (file, name) => file with { Name = name! })] };
        try
        {
            OwnerOnlyFiles.MakeFolder(folder);
            OwnerOnlyFiles.MakeFolder(FolderOf(made.Id));
            Save(made);
            return (made, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, UploadProblem.CannotWrite);
        }
    }

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public void Save(ImportJob job) => AtomicFile.Write(JobPath(job.Id), JsonSerializer.SerializeToUtf8Bytes(job, ImportJobJson.Default.ImportJob), OwnerOnlyFiles.Mode);

    /// <summary>How many bytes of a file are there.</summary>
    public long Received(ImportJob job, UploadedFile file) => new FileInfo(PathOf(job, file)) is { Exists: true, Length: var length } ? length : 0;

    public bool IsComplete(ImportJob job) => job.Files.All(file => Received(job, file) == file.Size);

    /// <summary>SHA-256 of the last bytes that are there, by which a browser tells whether it has the same file; null where there are none.</summary>
    public async Task<string?> TailAsync(ImportJob job, UploadedFile file, CancellationToken cancellation)
    {
        var received = Received(job, file);
        if (received == 0)
        {
            return null;
        }

        await using var stream = new FileStream(PathOf(job, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[Math.Min(received, PieceSize)];
        stream.Position = received - bytes.Length;
        await stream.ReadExactlyAsync(bytes, cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>Appends a piece to a file. A piece that is sent twice, late or by two windows at once never changes what is there.</summary>
    /// <param name="digest">SHA-256 as the browser made it, lower-case hex; empty where it could not.</param>
    public async Task<PieceOutcome> AppendAsync(string id, int index, long offset, ReadOnlyMemory<byte> piece, string digest, CancellationToken cancellation)
    {
        var gate = gates.GetOrAdd(id, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellation);
        try
        {
            if (Find(id) is not { State: ImportState.Uploading, AreFilesGone: false } job || index < 0 || index >= job.Files.Count)
            {
                return new PieceOutcome.Unknown();
            }

            var (file, received) = (job.Files[index], Received(job, job.Files[index]));
            if (piece.Length is 0 or > PieceSize || offset < 0 || offset > file.Size - piece.Length)
            {
                return new PieceOutcome.OutOfOrder(received);
            }

            if (offset != received)
            {
                return offset + piece.Length <= received ? new PieceOutcome.Kept(received) : new PieceOutcome.OutOfOrder(received);
            }

            if (digest.Length > 0 && digest != Convert.ToHexStringLower(SHA256.HashData(piece.Span)))
            {
                return new PieceOutcome.Damaged(received);
            }

            return limits.HasRoom(folder, piece.Length) ? await AppendAsync(job, file, piece, cancellation) : new PieceOutcome.NoRoom();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The whole file at once.</summary>
    public async Task<bool> WriteAsync(ImportJob job, UploadedFile file, Stream content, CancellationToken cancellation)
    {
        OwnerOnlyFiles.MakeFolder(Path.GetDirectoryName(PathOf(job, file))!);
        await using var to = new FileStream(PathOf(job, file), OwnerOnlyFiles.Write(FileMode.Create));
        await content.CopyToAsync(to, cancellation);
        to.Flush(flushToDisk: true);
        return to.Length == file.Size;
    }

    /// <summary>Deletes an import with its files and its report. What it brought into the publication stays.</summary>
    public void Delete(ImportJob job)
    {
        Directory.Delete(FolderOf(job.Id), recursive: true);
        gates.TryRemove(job.Id, out _);
    }

    /// <summary>Deletes files and reports whose time is over.</summary>
    /// <param name="isBusy">Whether an import is at work and keeps its files.</param>
    public void DeleteExpired(Func<string, bool> isBusy)
    {
        foreach (var job in All.Where(job => !isBusy(job.Id)))
        {
            if (job.TouchedAt + ReportsKept < clock.GetUtcNow() || (job.State == ImportState.Uploading && job.FilesUntil < clock.GetUtcNow()))
            {
                Delete(job);
            }
            else if (!job.AreFilesGone && job.FilesUntil < clock.GetUtcNow())
            {
                DeleteFiles(job);
            }
        }
    }

    /// <summary>Where its files lie: those that are imported, and packed ones beside them.</summary>
    public (string Files, string Packed) FoldersOf(ImportJob job) => (Path.Combine(FolderOf(job.Id), "files"), Path.Combine(FolderOf(job.Id), "packed"));

    /// <summary>Where its packed files are unpacked while it is at work.</summary>
    public string UnpackedFolderOf(ImportJob job) => Path.Combine(FolderOf(job.Id), "unpacked");

    /// <summary>Deletes its files and keeps the job and its report.</summary>
    public void DeleteFiles(ImportJob job)
    {
        Save(job with { AreFilesGone = true });
        foreach (var each in (string[])[FoldersOf(job).Files, FoldersOf(job).Packed, UnpackedFolderOf(job)])
        {
            if (Directory.Exists(each))
            {
                Directory.Delete(each, recursive: true);
            }
        }
    }

    private async Task<PieceOutcome> AppendAsync(ImportJob job, UploadedFile file, ReadOnlyMemory<byte> piece, CancellationToken cancellation)
    {
        OwnerOnlyFiles.MakeFolder(Path.GetDirectoryName(PathOf(job, file))!);
        try
        {
            // A stop in the middle leaves a beginning of the piece, behind which the browser goes on.
            await using var to = new FileStream(PathOf(job, file), OwnerOnlyFiles.Write(FileMode.OpenOrCreate));
            to.Seek(0, SeekOrigin.End);
            await to.WriteAsync(piece, cancellation);
            to.Flush(flushToDisk: true);
        }
        catch (IOException full) when (full.HResult == NoSpace)
        {
            return new PieceOutcome.NoRoom();
        }

        return new PieceOutcome.Kept(Received(job, file));
    }

    private const int NoSpace = 28;

    private string PathOf(ImportJob job, UploadedFile file) =>
        Path.Combine(PackedMedia.Is(job, file) ? FoldersOf(job).Packed : FoldersOf(job).Files, file.Name);

    private string JobPath(string id) => Path.Combine(FolderOf(id), "import.json");

    [GeneratedRegex(@"^[0-9a-f]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
