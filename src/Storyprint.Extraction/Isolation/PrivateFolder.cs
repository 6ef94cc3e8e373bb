namespace Storyprint.Extraction.Isolation;

/// <summary>A folder that only its owner may enter, and that is gone afterwards.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private const string Prefix = "storyprint-extraction-";

    // Nothing is read as long as this.
    private static readonly TimeSpan Left = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory(Prefix);

    /// <summary>Mode 0700.</summary>
    public string Path => folder.FullName;

    public void Dispose() => Delete(folder);

    /// <summary>Deletes what a server that was killed has left behind.</summary>
    public static void DeleteLeft(TimeProvider clock)
    {
        foreach (var old in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories($"{Prefix}*").Where(folder => clock.GetUtcNow() - folder.LastWriteTimeUtc > Left))
        {
            Delete(old);
        }
    }

    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or a dying process still writes: the next reading that finds it old deletes it.
        }
    }
}
