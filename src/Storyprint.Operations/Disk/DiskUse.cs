using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;

namespace Storyprint.Operations.Disk;

/// <summary>What takes the room of a publication, in bytes.</summary>
public sealed record DiskUse
{
    public required long Database { get; init; }

    /// <summary>Originals of pictures.</summary>
    public required long Pictures { get; init; }

    /// <summary>Documents and sounds that stories link to.</summary>
    public required long Documents { get; init; }

    /// <summary>Renditions on this machine: made again whenever they are missing.</summary>
    public long Renditions { get; init; }

    /// <summary>Backups that were made from the newsroom.</summary>
    public long Backups { get; init; }

    /// <summary>Files that were brought for an import and not yet deleted, with the reports.</summary>
    public long Uploads { get; init; }

    /// <summary>Room on the disk of the publication's folder.</summary>
    public long Free { get; init; }

    /// <summary>False where a folder held more files than were counted in the time there was.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>What grows with the stories.</summary>
    public long Content => Database + Pictures + Documents;

    /// <summary>Measures all of it; folders for as long as somebody waits for a page.</summary>
    public static async Task<DiskUse> ReadAsync(Installation installation, string backups, string uploads, TimeSpan patience, CancellationToken cancellation)
    {
        var use = await ReadDatabaseAsync(installation, cancellation);
        var until = TimeProvider.System.GetTimestamp() + (long)(patience.TotalSeconds * TimeProvider.System.TimestampFrequency);
        var (renditions, all) = FolderSize(Path.Combine(installation.Folder, MediaSetting.FolderName, "renditions"), until);
        var (made, allMade) = FolderSize(backups, until);
        var (brought, allBrought) = FolderSize(uploads, until);
        return use with { Renditions = renditions, Backups = made, Uploads = brought, Free = new DriveInfo(installation.Folder).AvailableFreeSpace, IsWhole = all && allMade && allBrought };
    }

    /// <summary>Only the database, and what it says of the media: quick, wherever these are.</summary>
    public static async Task<DiskUse> ReadDatabaseAsync(Installation installation, CancellationToken cancellation)
    {
        await using var connection = await installation.Database.OpenAsync(cancellation);
        var database = installation.Database is SqliteDatabase file
            ? ((string[])["", "-wal", "-shm"]).Select(end => new FileInfo(file.FilePath + end)).Where(each => each.Exists).Sum(each => each.Length)
            : await connection.ScalarAsync<long>("SELECT pg_database_size(current_database())", cancellation);
        return new DiskUse
        {
            Database = database,
            Pictures = await connection.ScalarAsync<long>("SELECT CAST(COALESCE(SUM(byte_size), 0) AS BIGINT) FROM picture WHERE withdrawn_at IS NULL AND file_name IS NULL", cancellation),
            Documents = await connection.ScalarAsync<long>("SELECT CAST(COALESCE(SUM(byte_size), 0) AS BIGINT) FROM picture WHERE withdrawn_at IS NULL AND file_name IS NOT NULL", cancellation),
        };
    }

    private static (long Bytes, bool IsWhole) FolderSize(string folder, long until)
    {
        var bytes = 0L;
        foreach (var file in Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }) : [])
        {
            try
            {
                bytes += file.Length;
            }
            catch (FileNotFoundException)
            {
                // Deleted meanwhile.
            }

            if (TimeProvider.System.GetTimestamp() > until)
            {
                return (bytes, false);
            }
        }

        return (bytes, true);
    }
}
