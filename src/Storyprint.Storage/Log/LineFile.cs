using System.Text;
using Storyprint.Files;

namespace Storyprint.Storage.Log;

/// <summary>What a <see cref="LineFile"/> holds.</summary>
/// <param name="Lines">The lines that end as lines do, the oldest first.</param>
/// <param name="IsTorn">Whether something stands behind the last of them that is no line: a machine stopped while it wrote.</param>
internal sealed record LinesRead(IReadOnlyList<string> Lines, bool IsTorn);

/// <summary>
/// A small file of lines that several processes add to. Whoever writes holds a lock file beside it; what a stopped machine left half written is ended
/// before the next line begins, so that it swallows nothing.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="maxBytes">Beyond this the file is begun anew.</param>
internal sealed class LineFile(string path, int maxBytes)
{
    // Whoever holds the lock writes a line; that takes far less than a millisecond.
    private const int Attempts = 2_000;

    private readonly Lock writing = new();

    private string LockPath => path + ".lock";

    /// <summary>The end of the file; null where there is none.</summary>
    /// <param name="bytes">How much of it.</param>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is there and may not be read.</exception>
    public LinesRead? Read(int bytes)
    {
        try
        {
            // Read with whoever may be appending now.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Seek(-Math.Min(file.Length, bytes), SeekOrigin.End);
            var lines = new StreamReader(file, Encoding.ASCII).ReadToEnd().Split('\n');
            return new LinesRead(lines[..^1], lines[^1].Length > 0);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line without its end, decided while nobody else writes; null adds nothing.</param>
    /// <param name="anew">What the file holds when it is begun anew with this line.</param>
    /// <param name="isDurable">Whether the disk is waited for.</param>
    /// <exception cref="IOException">The line could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The line could not be written.</exception>
    public void Append(Func<string?> line, Func<IEnumerable<string>> anew, bool isDurable)
    {
        lock (writing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var held = Hold();
            if (line() is not { } added)
            {
                return;
            }

            if (new FileInfo(path) is { Exists: true } there && there.Length <= maxBytes)
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
                file.Write(Encoding.ASCII.GetBytes(EndsWithLine(file) ? added + "\n" : "\n" + added + "\n"));
                file.Flush(isDurable);
                return;
            }

            AtomicFile.Write(path, Encoding.ASCII.GetBytes(string.Concat(anew().Append(added).Select(each => each + "\n"))));
        }
    }

    /// <summary>Why nothing can be added now, or null. Nothing is changed.</summary>
    public string? WriteProblem()
    {
        try
        {
            lock (writing)
            {
                using var held = Hold();
                if (Path.Exists(path))
                {
                    using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
                }

                return null;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }

    // Leaves the file at its end.
    private static bool EndsWithLine(FileStream file)
    {
        if (file.Length == 0)
        {
            return true;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    private FileStream Hold()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < Attempts && File.Exists(LockPath))
            {
                // Another process writes its line now.
                Thread.Sleep(1);
            }
        }
    }
}
