using Storyprint.Provenance.Merkle;

namespace Storyprint.Storage.Log;

/// <summary>How far the log had got when a release was last acknowledged.</summary>
public sealed record LogMark(long Size, Sha256Hash Root, DateTimeOffset At);

/// <summary>What there is to be read of a mark: a closed family.</summary>
public abstract record MarkReading
{
    private MarkReading()
    {
    }

    /// <summary>The last mark that can be read, or null.</summary>
    public LogMark? Last => (this as At)?.Mark;

    /// <summary>There is no file: nothing was ever released, or somebody took it away.</summary>
    public sealed record None : MarkReading;

    /// <param name="IsTorn">Whether a half written line stands behind it: then at least one entry more was published.</param>
    public sealed record At(LogMark Mark, bool IsTorn) : MarkReading;

    /// <summary>There is a file, and it says nothing: nobody can tell how far the log had got.</summary>
    public sealed record Unreadable(string Reason) : MarkReading;
}
