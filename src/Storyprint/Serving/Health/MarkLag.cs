using Storyprint.Storage.Log;

namespace Storyprint.Serving.Health;

/// <summary>
/// Detects a mark that no longer keeps up with the log. A mark that did not move between two checks while the log was ahead of it could not be written, by this
/// process or another; readers are served all the same.
/// </summary>
internal sealed class MarkLag(PublicationLog log)
{
    private long stoodAt = -1;

    public string? Warning { get; private set; }

    /// <summary>Reads the mark. It must be read before the log, since it is moved after it.</summary>
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
