using System.Text;
using Storyprint.Files;

namespace Storyprint.Storage.Log;

/// <summary>The end of a <see cref="LineFile"/>.</summary>
/// <param name="Lines">The whole lines, oldest first.</param>
/// <param name="IsTorn">Whether a torn line follows them: a write was interrupted.</param>
internal sealed record LinesRead(IReadOnlyList<string> Lines, bool IsTorn);

/// <summary>
/// A small file of lines that several processes append to. The writer holds a lock file beside it; a torn line is ended before the next one begins, so that it
/// does not swallow it.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="maxBytes">Beyond this size the file is started over.</param>
internal sealed class LineFile(string path, int maxBytes)
{
    // The lock is held for one line, far less than a millisecond.
    private const int Attempts = 2_000;

    private readonly Lock writing = new();

    private string LockPath => path + ".lock";

    /// <summary>The end of the file; null where there is none.</summary>
    /// <param name="bytes">How many bytes of it at most.</param>
    /// <exception cref="IOException">The file exists and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file exists and may not be read.</exception>
    public LinesRead? Read(int bytes)
    {
        try
        {
            // Others may append meanwhile.
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
    /// <param name="line">The line without its line end, computed under the lock; null adds nothing.</param>
    /// <param name="anew">The lines to keep when the file is started over.</param>
    /// <param name="isDurable">Whether the line is flushed to disk.</param>
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

    /// <summary>Why nothing can be appended now, or null. Changes nothing.</summary>
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

    // Leaves the position at the end of the file.
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
                // Another process is writing its line.
                Thread.Sleep(1);
            }
        }
    }
}
