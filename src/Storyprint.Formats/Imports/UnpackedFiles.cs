namespace Storyprint.Formats.Imports;

/// <summary>Writes what comes out of a packed file, within limits.</summary>
/// <param name="target">The file, or the folder of the files.</param>
/// <param name="packedBytes">The size of the packed file.</param>
/// <param name="mostBytes">The most that may come out of it.</param>
/// <param name="free">Bytes that are free on the disk; null asks the disk.</param>
internal sealed class UnpackedFiles(string target, long packedBytes, long mostBytes, Func<long>? free = null)
{
    /// <summary>More than the exports and uploads of a large newspaper.</summary>
    public const long MostBytes = 200L << 30;

    // Text becomes a tenth or a twentieth of its size; only what was made to fill a disk becomes less than a two hundredth.
    private const long MostTimes = 200;
    private const long AlwaysAllowed = 64L << 20;
    // A publication on the same disk must go on.
    private const long Reserve = 512L << 20;
    private const long LookEvery = 16L << 20;

    private const int MostFiles = 1_000_000;

    private readonly byte[] piece = new byte[1 << 16];
    private readonly string inside = Path.GetFullPath(target) + Path.DirectorySeparatorChar;
    private readonly long most = Math.Min(mostBytes, Math.Max(AlwaysAllowed, packedBytes * MostTimes));
    private long written;
    private long looked = -LookEvery;
    private int count;

    /// <summary>Writes the only file.</summary>
    public void WriteOnly(Stream from, CancellationToken cancellation) => Copy(from, target, cancellation);

    /// <summary>Writes one of several.</summary>
    /// <param name="name">With its folders, as the packed file names it.</param>
    /// <exception cref="InvalidDataException">It leads out of the folder, or is too much.</exception>
    public void Write(string name, Stream from, CancellationToken cancellation)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw new InvalidDataException($"It names a file with a character that no name may have ({name.Replace('\0', '\uFFFD')}).");
        }

        var path = Path.GetFullPath(Path.Combine(target, name.Replace('\\', '/').TrimStart('/')));
        if (!path.StartsWith(inside, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"It names a file outside of its own folder ({name}).");
        }

        if (++count > MostFiles)
        {
            throw new InvalidDataException("It holds more than a million files.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Copy(from, path, cancellation);
    }

    private void Copy(Stream from, string path, CancellationToken cancellation)
    {
        using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        for (int read; (read = from.Read(piece)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            if ((written += read) > most)
            {
                throw new InvalidDataException($"It becomes more than {most >> 20:N0} MB, which is more than {packedBytes:N0} bytes of an archive hold.");
            }

            if (written - looked >= LookEvery)
            {
                looked = written;
                LookForRoom();
            }

            to.Write(piece.AsSpan(0, read));
        }
    }

    private void LookForRoom()
    {
        if ((free?.Invoke() ?? new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(target))!).AvailableFreeSpace) < Reserve)
        {
            throw new InvalidDataException($"The disk has less than {Reserve >> 20} MB left for what comes out of it. Make room, or name a larger disk for temporary files with TMPDIR.");
        }
    }
}
