using System.Data.Common;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Search;

namespace Storyprint.Storage.Engine;

/// <summary>The database of one publication: hands out open connections and keeps the tables current.</summary>
public abstract class Database
{
    /// <summary>Commits of this process.</summary>
    public CommitNotifier Changes { get; } = new();

    /// <summary>An open connection; the caller disposes it, it is kept open for the next.</summary>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default);

    /// <summary>Closes the connections that nobody uses, before the files of a database are moved or taken away.</summary>
    public abstract void CloseIdle();

    /// <summary>Begins a transaction that holds the write lock from its first moment, so that what it read stays true until it commits.</summary>
    public abstract ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellation = default);

    /// <summary>Brings the tables to this program's version; cheap when they already are.</summary>
    public abstract Task MigrateAsync(CancellationToken cancellation = default);

    /// <summary>Whether the tables are of this program's version. Nothing is changed.</summary>
    public abstract Task<bool> IsCurrentAsync(CancellationToken cancellation = default);

    /// <summary>Makes sure that erased rows do not linger in the engine's own files, after a withdrawal.</summary>
    public abstract Task EraseRemnantsAsync(CancellationToken cancellation = default);

    /// <summary>Does some of what commits leave for a quiet moment, in steps so short that a release hardly waits. Nothing where the engine does it by itself.</summary>
    /// <param name="inLargeSteps">As long as a batch of an import: for whoever has written many.</param>
    /// <returns>Whether nothing is left.</returns>
    public virtual Task<bool> OptimizeAsync(bool inLargeSteps = false, CancellationToken cancellation = default) => Task.FromResult(true);

    /// <summary>
    /// Watches for commits of other processes, until it is cancelled. It first says <see cref="DatabaseChange.Watching"/>, and says it again
    /// whenever commits may have gone unheard in between.
    /// </summary>
    /// <exception cref="DbException">The database cannot be watched now; call again.</exception>
    public abstract Task WatchAsync(Func<DatabaseChange, Task> tell, CancellationToken cancellation);

    /// <summary>
    /// Copies the database into a new file of SQLite's, as it is at this moment, while others read and write. The copy is one file without a write-ahead log.
    /// </summary>
    /// <param name="target">The file, which must not be there.</param>
    /// <returns>Null, or why there is no copy; what stands at the target then is to be thrown away.</returns>
    public abstract Task<string?> CopyToAsync(string target, IProgress<StepProgress>? progress, CancellationToken cancellation);

    /// <summary>What is broken in the engine's own files, in its words; nothing where all is well, or where the engine looks after that by itself.</summary>
    /// <param name="isFull">Whether every row is held against every index, which takes as long as reading all of it.</param>
    public virtual Task<IReadOnlyList<string>> DamageAsync(bool isFull, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Told by whoever released, before anybody gets an answer: nobody who knows of a release is shown a page from before it.</summary>
    internal virtual void ObserveLogSize(long logSize)
    {
    }

    /// <summary>The same database for pages that readers ask for: where there are replicas, those that lag behind nothing that this node knows of.</summary>
    public virtual Database ForReaders => this;

    /// <summary>How this engine keeps and asks its full text.</summary>
    public abstract FullText FullText { get; }

    /// <summary>What a move to or from this engine needs of it.</summary>
    public abstract BulkTransfer Moves { get; }

    /// <summary>What the clock of the database's server says; null where the database has no clock of its own.</summary>
    public virtual Task<DateTimeOffset?> ClockAsync(DbConnection connection, CancellationToken cancellation = default) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Whether a question blocks the thread that asks it until it is answered, whatever the method's name says.</summary>
    public virtual bool BlocksCaller => false;

    /// <summary>Whether a fault says that the database cannot be reached now, and not that something is wrong with what was asked.</summary>
    public virtual bool IsUnavailable(Exception fault) => false;

    /// <summary>Whether a fault says that somebody else held the write lock too long.</summary>
    public virtual bool IsBusy(Exception fault) => false;

    /// <summary>What a fault of the machine means, in words an administrator can act on; null where it is a fault of the program's.</summary>
    public abstract string? Problem(DbException fault);
}
