using System.Text;

namespace Storyprint.Storage.Log.Witnesses;

/// <summary>
/// What each witness said last, in a small file outside the database: a line a word, the last of a witness counts. A database that was set back
/// has forgotten what the witnesses saw; this has not.
/// </summary>
public sealed class WitnessStatementFile(string path)
{
    // Beyond this the file is begun anew with each witness's last word.
    private const int MaxBytes = 1 << 15;
    private const int Attempts = 50;

    private readonly Lock writing = new();

    public string Path => path;

    /// <summary>The last word of every witness that ever spoke; lines that a stopped machine left half written are passed over.</summary>
    public IReadOnlyList<WitnessStatement> Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var last = new Dictionary<string, WitnessStatement>(StringComparer.Ordinal);
        foreach (var line in new StreamReader(file).ReadToEnd().Split('\n')[..^1])
        {
            if (WitnessStatement.TryParse(line, out var word))
            {
                last[word.Witness.ToString()] = word;
            }
        }

        return [.. last.Values];
    }

    /// <summary>Remembers what a witness said. When this returns, it is on the disk.</summary>
    /// <exception cref="IOException">The line could not be written.</exception>
    public void Keep(WitnessStatement word)
    {
        lock (writing)
        {
            // Nothing new is not written again: a witness is asked every few minutes.
            var known = Read();
            if (known.Any(said => said with { At = word.At } == word))
            {
                return;
            }

            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
            {
                // The new file is whole on the disk before it takes the old one's place.
                Write(path + ".new", string.Concat(known.Where(said => !said.Witness.Equals(word.Witness)).Append(word).Select(said => said.Line + "\n")), FileMode.Create);
                File.Move(path + ".new", path, overwrite: true);
                return;
            }

            Write(path, word.Line + "\n", FileMode.Append);
        }
    }

    private static void Write(string file, string lines, FileMode mode)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var stream = new FileStream(file, mode, FileAccess.Write, FileShare.Read);
                stream.Write(Encoding.ASCII.GetBytes(lines));
                stream.Flush(flushToDisk: true);
                return;
            }
            catch (IOException) when (attempt < Attempts && File.Exists(file))
            {
                // Another process is writing its line now; that takes a moment.
                Thread.Sleep(10);
            }
        }
    }
}
