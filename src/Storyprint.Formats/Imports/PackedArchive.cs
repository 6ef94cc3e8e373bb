using System.Formats.Tar;
using System.IO.Compression;

namespace Storyprint.Formats.Imports;

/// <summary>An archive that came packed (<c>export.xml.gz</c>, <c>.zip</c>, <c>.tar</c>, <c>.tar.gz</c>), unpacked into a folder that goes with it.</summary>
/// <remarks>What is packed may be a bomb, and its names may lead anywhere: size, number and names of its files are limited, and links are left out.</remarks>
public sealed class PackedArchive : IDisposable
{
    private readonly UnpackFolder folder;

    private PackedArchive(UnpackFolder folder, string path) => (this.folder, Path) = (folder, path);

    /// <summary>What was unpacked: a file, or a folder that is named as the archive is.</summary>
    public string Path { get; }

    /// <summary>Unpacks a file.</summary>
    /// <param name="below">The folder below which it is unpacked; null for the machine's folder of temporary files.</param>
    /// <returns>Both null where the file is not packed; otherwise the archive, or why it was not unpacked and what to do.</returns>
    public static (PackedArchive? Archive, string? Problem) Open(string path, string? below = null, CancellationToken cancellation = default) => Open(path, below, UnpackedFiles.MostBytes, cancellation);

    internal static (PackedArchive? Archive, string? Problem) Open(string path, string? below, long mostBytes, CancellationToken cancellation)
    {
        if (!File.Exists(path) || FileKinds.PackedName(path) is not { } name)
        {
            return (null, null);
        }

        if (name.Length == 0)
        {
            return (null, $"{System.IO.Path.GetFileName(path)} is packed in a way that is not read here. Unpack it and import what is in it; .gz, .zip, .tar and .tar.gz are unpacked by the import.");
        }

        UnpackFolder? folder = null;
        try
        {
            folder = UnpackFolder.Create(below);
            var target = System.IO.Path.Combine(folder.Path, name);
            Unpack(path, new UnpackedFiles(target, new FileInfo(path).Length, mostBytes), cancellation);
            return (new PackedArchive(folder, target), null);
        }
        catch (Exception fault)
        {
            folder?.Dispose();
            if (fault is not (InvalidDataException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException))
            {
                throw;
            }

            return (null, $"{System.IO.Path.GetFileName(path)} was not unpacked: {fault.Message} Unpack it yourself and import what is in it.");
        }
    }

    public void Dispose() => folder.Dispose();

    private static void Unpack(string path, UnpackedFiles files, CancellationToken cancellation)
    {
        using var packed = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            using var zip = new ZipArchive(packed);
            foreach (var entry in zip.Entries.Where(entry => entry.Name.Length > 0))
            {
                using var inside = entry.Open();
                files.Write(entry.FullName, inside, cancellation);
            }

            return;
        }

        using var open = path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) ? (Stream)packed : new GZipStream(packed, CompressionMode.Decompress);
        if (!FileKinds.IsTar(path))
        {
            files.WriteOnly(open, cancellation);
            return;
        }

        using var tar = new TarReader(open);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile, DataStream: { } inside })
            {
                files.Write(entry.Name, inside, cancellation);
            }
        }
    }
}
