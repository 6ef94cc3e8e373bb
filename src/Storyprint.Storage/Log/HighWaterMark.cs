using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.Storage.Log;

/// <summary>How far the log had got when a release was last acknowledged.</summary>
public sealed record LogMark(long Size, Sha256Hash Root, DateTimeOffset At);

/// <summary>
/// A small file outside the database that remembers how far the log had got, a line a release: <c>SIZE ROOT SECONDS</c>. A database that
/// was set back is behind it, and that is how a restored backup is noticed before it forks the log. Back the file up apart from the database.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="witnesses">The witnesses whose word counts; none where the publication has none.</param>
public sealed class HighWaterMark(string path, WitnessList? witnesses = null)
{
    // Beyond this the file is begun anew with its last line.
    private const int MaxBytes = 1 << 20;

    private readonly Lock writing = new();

    public string Path => path;

    /// <summary>What the witnesses said, in a file beside the mark.</summary>
    public WitnessStatementFile Words { get; } = new(System.IO.Path.ChangeExtension(path, ".witnesses"));

    /// <summary>
    /// The last word of each witness that the publication names, with its name there. What one says that is no longer named does not count: so a witness
    /// that has gone mad cannot stop a newsroom for ever.
    /// </summary>
    public IReadOnlyList<(string Name, WitnessStatement Word)> WitnessStatementFile() => witnesses is not { IsEmpty: false } ? [] :
        [.. Words.Read().SelectMany(word => witnesses.Witnesses.Where(witness => witness.Key.Equals(word.Witness)).Select(witness => (witness.Name, word)))];

    /// <summary>The last whole line, or null where there is no file; a line that a stopped machine left half written is passed over.</summary>
    public LogMark? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        // Read with whoever may be appending now.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(-Math.Min(file.Length, 4096), SeekOrigin.End);
        var lines = new StreamReader(file).ReadToEnd().Split('\n');
        return lines[..^1].Reverse().Select(line => TryParse(line, out var mark) ? mark : null).FirstOrDefault(mark => mark is not null);
    }

    /// <summary>
    /// Remembers a size that is committed. The disk is not waited for: a power cut may take the last lines, and a mark that lags behind is safe.
    /// </summary>
    /// <exception cref="IOException">The line could not be written.</exception>
    public void Advance(LogMark mark)
    {
        lock (writing)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            var line = string.Create(CultureInfo.InvariantCulture, $"{mark.Size} {mark.Root} {mark.At.ToUnixTimeSeconds()}\n");
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
            {
                // The new file is whole on the disk before it takes the old one's place.
                Write(path + ".new", line, FileMode.Create);
                File.Move(path + ".new", path, overwrite: true);
                return;
            }

            Write(path, line, FileMode.Append);
        }
    }

    private static void Write(string file, string line, FileMode mode)
    {
        using var stream = new FileStream(file, mode, FileAccess.Write, FileShare.Read);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(line));
        stream.Flush(flushToDisk: mode == FileMode.Create);
    }

    private static bool TryParse(string line, [NotNullWhen(true)] out LogMark? mark)
    {
        mark = line.Split(' ') is [var size, var root, var at]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            && Sha256Hash.TryParseBase64(root, out var hash)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new LogMark(entries, hash, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
        return mark is not null;
    }
}
