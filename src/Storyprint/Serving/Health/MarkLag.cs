using Storyprint.Storage.Log;

namespace Storyprint.Serving.Health;

/// <summary>
/// Whether the mark of the log keeps up with it. A mark that stood still between two questions while the log was ahead of it could not be written, by
/// this process or by another; readers are served all the same.
/// </summary>
internal sealed class MarkLag(PublicationLog log)
{
    private long stoodAt = -1;

    public string? Warning { get; private set; }

    /// <summary>Where the mark is. Asked before the log is, for it is moved after it.</summary>
    public long Before() => log.Mark.Read().Last?.Size ?? 0;

    public void Compare(long marked, long size)
    {
        var lag = size - marked;
        Warning = lag > 0 && (log.MarkProblem is not null || stoodAt == marked)
            ? FormattableString.Invariant($"The mark of the log could not be written: it lags {lag} entries behind the log. 'storyprint doctor' says what to do.")
            : null;
        stoodAt = lag > 0 ? marked : -1;
    }
}
