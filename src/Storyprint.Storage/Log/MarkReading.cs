namespace Storyprint.Storage.Log;

/// <summary>The result of reading the mark.</summary>
public abstract record MarkReading
{
    private MarkReading()
    {
    }

    /// <summary>The last readable mark, or null.</summary>
    public LogMark? Last => (this as At)?.Mark;

    /// <summary>There is no file: nothing was ever released, or the file was deleted.</summary>
    public sealed record None : MarkReading;

    /// <param name="IsTorn">Whether a torn line follows it: then at least one more entry was published.</param>
    public sealed record At(LogMark Mark, bool IsTorn) : MarkReading;

    /// <summary>The file exists but cannot be read: the size of the log is unknown.</summary>
    public sealed record Unreadable(string Reason) : MarkReading;
}
