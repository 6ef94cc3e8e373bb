namespace Storyprint.Files;

/// <summary>Files and folders that only their owner may read: keys, and backups, which hold drafts, salts and perhaps keys.</summary>
public static class OwnerOnlyFiles
{
    /// <summary>Read and written by its owner, by nobody else.</summary>
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder that only its owner may enter; one that is there stays as it is.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Mode | UnixFileMode.UserExecute);
        }
    }

    /// <summary>How a file that only its owner may read is opened to be written.</summary>
    public static FileStreamOptions Write(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Mode;
        }

        return options;
    }
}
