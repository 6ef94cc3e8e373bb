namespace Storyprint.Operations.Imports;

/// <summary>How much may be brought for an import.</summary>
/// <param name="MaxBytes">All files of one import together.</param>
public sealed record UploadLimits(long MaxBytes)
{
    /// <summary>Files that a browser without script can send at once.</summary>
    public const long MaxFormBytes = 64L << 20;

    // What the publication needs to go on beside it.
    private const long Reserve = 512L << 20;

    /// <summary>2 GB.</summary>
    public static UploadLimits Usual { get; } = new(2L << 30);

    /// <summary>Bytes that are free on a disk; the tests' to set.</summary>
    public Func<string, long> FreeSpace { get; init; } = folder => new DriveInfo(folder).AvailableFreeSpace;

    public bool HasRoom(string folder, long bytes) => FreeSpace(Directory.Exists(folder) ? folder : Path.GetDirectoryName(folder)!) - Reserve >= bytes;
}

/// <summary>Why files cannot be taken.</summary>
public enum UploadProblem
{
    NoFiles,
    Name,
    SameName,
    TooLarge,
    TooMany,
    NoRoom,
    CannotWrite,
}
