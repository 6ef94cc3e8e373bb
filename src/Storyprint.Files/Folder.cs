using System.Runtime.InteropServices;

namespace Storyprint.Files;

/// <summary>Folders, whose entries reach the disk apart from the files that they name.</summary>
public static partial class Folder
{
    /// <summary>Makes a folder and those above it that are not there; their names are on the disk when this returns.</summary>
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
    /// Waits until the names in a folder are on the disk: without that a power cut can take the name of a file whose bytes are there. A file system that
    /// cannot do it, and Windows, where a rename is journalled, are left as they are.
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
