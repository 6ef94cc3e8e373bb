using System.Data.Common;
using Storyprint.Provenance.Entries;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Releases;

/// <summary>
/// The instant of a release, checked against the log and against other clocks: the times in the log never run back, and no release is dated ahead of the other
/// clocks.
/// </summary>
/// <param name="At">This machine's time; where that is certainly wrong, the time of the log's newest entry.</param>
/// <param name="Fault">What is wrong with the clock, or null.</param>
internal sealed record ReleaseTime(DateTimeOffset At, ClockFault? Fault)
{
    private const int AtOnce = 100;

    /// <summary>Reads it inside the transaction that holds the write lock, so that no entry comes between.</summary>
    /// <param name="size">The size of the log.</param>
    /// <param name="witnessed">The time by a witness's clock just now, or null.</param>
    public static async Task<ReleaseTime> ReadAsync(
        Database database, DbConnection connection, long size, TimeProvider clock, DateTimeOffset? witnessed, CancellationToken cancellation)
    {
        var now = clock.ReleaseTime;
        var logged = await NewestAsync(connection, size, cancellation);
        if (logged is { } newest && now < newest)
        {
            return new ReleaseTime(newest, new ClockFault.Behind(now, newest));
        }

        (DateTimeOffset? Time, string Name) server = (await database.ClockAsync(connection, cancellation), "the database's server");
        (DateTimeOffset? Time, string Name) witness = (witnessed, "a witness");

        // The latest of them: a clock that is behind may be the wrong one.
        var other = witness.Time is null || server.Time > witness.Time ? server : witness;
        return other.Time is { } told && now - told > ClockFault.Tolerance
            ? new ReleaseTime(logged ?? told, new ClockFault.Ahead(now, told, other.Name))
            : new ReleaseTime(now, null);
    }

    /// <summary>The same for a story: its revisions never run back either, even in a log whose times once did.</summary>
    public ReleaseTime For(CurrentRevision? newest) =>
        newest is not null && At < newest.ReleasedAt ? new ReleaseTime(newest.ReleasedAt, Fault ?? new ClockFault.Behind(At, newest.ReleasedAt)) : this;

    // The newest entry that has a time: entries of unknown types have none.
    private static async Task<DateTimeOffset?> NewestAsync(DbConnection connection, long size, CancellationToken cancellation)
    {
        for (var (end, count) = (size, 1); end > 0; (end, count) = (end - count, (int)Math.Min(AtOnce, end - count)))
        {
            foreach (var bytes in Enumerable.Reverse(await LogStore.EntriesAsync(connection, end - count, count, cancellation)))
            {
                if (LogEntry.TryParse(bytes.Span, out var entry, out _) && entry.Time is { } time)
                {
                    return time;
                }
            }
        }

        return null;
    }
}
