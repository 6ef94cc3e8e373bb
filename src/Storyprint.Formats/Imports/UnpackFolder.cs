namespace Storyprint.Formats.Imports;

/// <summary>A folder for what is unpacked, which goes with whoever made it: what a program left that was killed is deleted by the next.</summary>
internal sealed class UnpackFolder : IDisposable
{
    private const string Prefix = "storyprint-import-";
    private const string LockName = ".lock";

    // Between the making of a folder and of its lock.
    private static readonly TimeSpan Unlocked = TimeSpan.FromHours(1);

    private readonly string whole;
    private readonly FileStream held;

    private UnpackFolder(string whole)
    {
        this.whole = whole;
        Path = Directory.CreateDirectory(System.IO.Path.Combine(whole, "files")).FullName;
        held = new FileStream(System.IO.Path.Combine(whole, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    public string Path { get; }

    /// <param name="below">Null for the machine's folder of temporary files.</param>
    public static UnpackFolder Create(string? below)
    {
        if (below is null)
        {
            DeleteLeftovers(System.IO.Path.GetTempPath());
            return new UnpackFolder(Directory.CreateTempSubdirectory(Prefix).FullName);
        }

        return new UnpackFolder(Directory.CreateDirectory(System.IO.Path.Combine(below, Guid.NewGuid().ToString("n"))).FullName);
    }

    public void Dispose()
    {
        held.Dispose();
        Directory.Delete(whole, recursive: true);
    }

    internal static void DeleteLeftovers(string folder)
    {
        foreach (var left in new DirectoryInfo(folder).EnumerateDirectories(Prefix + "*").ToList())
        {
            try
            {
                if (!IsHeld(left))
                {
                    left.Delete(recursive: true);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // At work, or of somebody else.
            }
        }
    }

    private static bool IsHeld(DirectoryInfo folder)
    {
        var path = System.IO.Path.Combine(folder.FullName, LockName);
        if (!File.Exists(path))
        {
            return folder.LastWriteTimeUtc > DateTime.UtcNow - Unlocked;
        }

        using var free = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        return false;
    }
}
