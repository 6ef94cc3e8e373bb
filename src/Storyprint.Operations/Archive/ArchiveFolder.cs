namespace Storyprint.Operations.Archive;

/// <summary>The folder an archive is written into. Only files in the ledger are ever changed or deleted.</summary>
internal sealed class ArchiveFolder : IDisposable
{
    /// <summary>The subfolder of the ledger and of unfinished files; web servers need not serve it.</summary>
    public const string Workroom = ".storyprint-archive";

    private readonly string root;
    private readonly string unfinished;
    private readonly FileStream hold;
    private long numbers;

    private ArchiveFolder(string root, FileStream hold)
    {
        this.root = root;
        this.hold = hold;
        unfinished = Path.Combine(root, Workroom, "unfinished");
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        Ledger = ArchiveLedger.Open(Path.Combine(root, Workroom));
    }

    public ArchiveLedger Ledger { get; }

    /// <summary>Opens a folder, or says why it cannot take an archive.</summary>
    public static (ArchiveFolder? Folder, string Problem) Open(string folder)
    {
        var root = Path.GetFullPath(folder);
        var workroom = Path.Combine(root, Workroom);
        try
        {
            if (Directory.Exists(root) && !Directory.Exists(workroom) && Directory.EnumerateFileSystemEntries(root).Any())
            {
                return (null, $"{root} is not empty and holds no archive. Name a folder that is empty or not there yet.");
            }

            Directory.CreateDirectory(workroom);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, $"{root} cannot be written: {problem.Message}");
        }

        try
        {
            return (new ArchiveFolder(root, new FileStream(Path.Combine(workroom, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)), string.Empty);
        }
        catch (IOException problem)
        {
            return (null, $"{root} cannot be used; perhaps another run is writing it: {problem.Message}");
        }
    }

    /// <summary>Whether every file of a part exists with the size it was written with.</summary>
    public bool Holds(ArchivedPart part) => part.Files.All(Holds);

    /// <summary>Whether the file exists with the size it was written with.</summary>
    public bool Holds(ArchivedFile file) => new FileInfo(At(file.Path)) is { Exists: true, Length: var length } && length == file.Length;

    /// <summary>Writes a file atomically: readers see the old or the new one, whole.</summary>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var fresh = Path.Combine(unfinished, $"{Interlocked.Increment(ref numbers)}");
        using (var file = File.OpenHandle(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            RandomAccess.Write(file, bytes, 0);
        }

        // Every second file is the first of its folder: checking first would cost all of them more than the failures cost these.
        var target = At(path);
        var parent = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(parent))
        {
            Directory.CreateDirectory(parent);
        }

        File.Move(fresh, target, overwrite: true);
    }

    /// <summary>Deletes a file and the folders that become empty.</summary>
    public bool Delete(string path)
    {
        var target = At(path);
        var stood = File.Exists(target);
        File.Delete(target);
        for (var folder = Path.GetDirectoryName(target)!; folder.Length > root.Length && Directory.Exists(folder); folder = Path.GetDirectoryName(folder)!)
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                break;
            }

            Directory.Delete(folder);
        }

        return stood;
    }

    public void Dispose()
    {
        Ledger.Dispose();
        hold.Dispose();
        Directory.Delete(unfinished, recursive: true);
    }

    // The ledger is an ordinary file: paths in it that lead out of the folder are not followed.
    private string At(string path) => ArchivePath.IsSafe(path)
        ? Path.Combine(root, path)
        : throw new InvalidDataException($"The ledger of {root} names the path '{path}', which no archive writes.");
}
