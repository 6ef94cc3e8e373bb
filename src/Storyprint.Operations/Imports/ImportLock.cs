using Storyprint.Files;

namespace Storyprint.Operations.Imports;

/// <summary>A lock in the folder of an import: of several programs on one folder, one is at work on it. It goes with the program that holds it, even one that is killed.</summary>
public static class ImportLock
{
    /// <returns>Null while another run holds it.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static IDisposable? Take(string folder)
    {
        try
        {
            return new FileStream(PathIn(folder), OwnerOnlyFiles.Write(FileMode.OpenOrCreate));
        }
        catch (IOException) when (File.Exists(PathIn(folder)))
        {
            return null;
        }
    }

    public static bool IsHeld(string folder)
    {
        try
        {
            using var file = new FileStream(PathIn(folder), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static string PathIn(string folder) => Path.Combine(folder, ".lock");
}
