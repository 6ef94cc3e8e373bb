using System.Runtime.InteropServices;

namespace Storyprint.Files;

/// <summary>Creates and flushes folders, whose entries reach the disk separately from the files they name.</summary>
public static partial class Folder
{
    /// <summary>Creates a folder and its missing parents; their entries are on the disk when this returns.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(Path.GetFullPath(path));
        if (parent is not null)
        {
            Create(parent);
        }

        Directory.CreateDirectory(path);
        if (parent is not null)
        {
            Flush(parent);
        }
    }

    /// <summary>
    /// Flushes the entries of a folder: without that a power cut can lose the name of a file whose bytes are on the disk. Does nothing on file systems that
    /// cannot do it, and on Windows, where renames are journalled.
    /// </summary>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows() || Open(path, 0) is not (>= 0 and var folder))
        {
            return;
        }

        _ = Sync(folder);
        _ = Close(folder);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
