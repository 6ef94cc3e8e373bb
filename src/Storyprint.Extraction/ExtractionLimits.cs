namespace Storyprint.Extraction;

/// <summary>What reading one file may take. The sizes that a file says of itself are checked before anything is unpacked or decoded.</summary>
public sealed record ExtractionLimits
{
    public static ExtractionLimits Usual { get; } = new();

    /// <summary>Of the file.</summary>
    public const int MaxBytes = 8 << 20;

    public const int MaxPixels = 40_000_000;
    public const int MaxPages = 200;
    public const int MaxArchiveEntries = 2_000;

    /// <summary>Of a part of an archive, unpacked.</summary>
    public const int MaxPartBytes = 32 << 20;

    /// <summary>How much larger than its file an archive may become.</summary>
    public const int MaxRatio = 200;

    /// <summary>After that the process is killed, with all that it started.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Of managed objects, in bytes.</summary>
    public long Heap { get; init; } = 384L << 20;

    /// <summary>Of all that each process writes to, in bytes: RLIMIT_DATA.</summary>
    public long Memory { get; init; } = 1_280L << 20;

    /// <summary>Of its answer, in bytes.</summary>
    public int Output { get; init; } = 1 << 20;

    /// <summary>Files that wait while one is read.</summary>
    public int Queue { get; init; } = 4;
}
