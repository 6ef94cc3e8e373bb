using Microsoft.Extensions.Logging;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Log;

/// <summary>Moves the mark of this process, and its copy where nodes share them, to whatever size of the log the process signs or hears of.</summary>
internal sealed partial class MarkMover(Database database, HighWaterMark mark, TimeProvider clock)
{
    private long seen;

    /// <summary>Why the mark could not be written the last time; null where it was.</summary>
    public string? Problem { get; private set; }

    /// <summary>
    /// Records that this process has seen the log this far, before anybody is shown it. A log that does not go on from the mark is not recorded: the mark is what
    /// tells, when something is to be signed.
    /// </summary>
    public async Task SeenAsync(LogHead head, ILogger logger, CancellationToken cancellation)
    {
        if (head.Size <= Interlocked.Read(ref seen))
        {
            return;
        }

        var reading = mark.Read();
        if (reading is MarkReading.Unreadable || (reading.Last is { } last && (last.Size > head.Size || !await HoldsAsync(last, cancellation))))
        {
            // What this process knows better than the database, the others shall know as well.
            await (reading.Last is { } better ? ShareAsync(better, logger, cancellation) : Task.CompletedTask);
            return;
        }

        Interlocked.Exchange(ref seen, head.Size);
        if (await IsElsewhereAsync(cancellation))
        {
            // Not for the others: they are asked what was seen on the server before, and this is what the new one shows.
            MoveOwn(new LogMark(head.Size, head.Root, clock.GetUtcNow()), logger);
        }
        else
        {
            await MoveAsync(head.Size, head.Root, logger);
        }
    }

    /// <summary>Moves the mark after a commit. The commit stands even if the mark cannot be moved; that is an alarm.</summary>
    public async Task MoveAsync(long size, Sha256Hash root, ILogger logger)
    {
        var reached = new LogMark(size, root, clock.GetUtcNow());
        if (MoveOwn(reached, logger))
        {
            await ShareAsync(reached, logger, CancellationToken.None);
        }
    }

    private bool MoveOwn(LogMark reached, ILogger logger)
    {
        try
        {
            mark.Advance(reached);
            Problem = null;
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A lagging mark is safe in itself: it only guards against going back. But it does not guard the entries behind it.
            Problem = fault.Message;
            LogNotWritten(logger, fault, mark.Path, reached.Size - (mark.Read().Last?.Size ?? 0), reached.Size);
            return false;
        }
    }

    private async Task ShareAsync(LogMark reached, ILogger logger, CancellationToken cancellation)
    {
        try
        {
            await (mark.Shared?.WriteAsync(reached, cancellation) ?? Task.CompletedTask);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Problem = $"in {mark.Shared!.Place}: {fault.Message}";
            LogNotShared(logger, fault, mark.Shared.Place, reached.Size);
        }
    }

    private async Task<bool> IsElsewhereAsync(CancellationToken cancellation)
    {
        if (mark.Shared is null)
        {
            return false;
        }

        await using var connection = await database.OpenAsync(cancellation);
        return await new LogServer(database).IsChangedAsync(connection, cancellation);
    }

    // Asked of the database that is written to: a replica's log is a beginning of that one's.
    private async Task<bool> HoldsAsync(LogMark last, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        try
        {
            return await MerkleTree.RootAsync(new StoredHashReader(connection), last.Size, cancellation) == last.Root;
        }
        catch (InvalidDataException)
        {
            // Safe: a log that lacks hashes is refused where it is to be signed.
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message =
        "The mark {Path} could not be written: it lags {Lag} entries behind the log of {Size} entries, and a database that is set back to one of them would not be noticed")]
    private static partial void LogNotWritten(ILogger logger, Exception fault, string path, long lag, long size);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mark of {Size} entries could not be left in {Place}: the other nodes would not notice a database that is set back to it")]
    private static partial void LogNotShared(ILogger logger, Exception fault, string place, long size);
}
