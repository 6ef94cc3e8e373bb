using System.Data.Common;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Search;

namespace Storyprint.Storage.Engine;

/// <summary>The database of one publication: opens connections and migrates the tables.</summary>
public abstract class Database
{
    /// <summary>How long a release waits for others that write, before it is refused as busy: longer than any queue of a newsroom.</summary>
    internal static readonly TimeSpan WriteLockTimeout = TimeSpan.FromMinutes(2);

    /// <summary>Commits of this process.</summary>
    public CommitNotifier Changes { get; } = new();

    /// <summary>An open connection. The caller disposes it, which returns it to the pool.</summary>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default);

    /// <summary>Closes idle connections, before the files of a database are moved or deleted.</summary>
    public abstract void CloseIdle();

    /// <summary>Begins a transaction that holds the write lock from its first moment, so that what it read stays true until it commits.</summary>
    public abstract ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellation = default);

    /// <summary>Brings the tables to this program's version; cheap when they already are.</summary>
    public abstract Task MigrateAsync(CancellationToken cancellation = default);

    /// <summary>Whether the tables are of this program's version. Nothing is changed.</summary>
    public abstract Task<bool> IsCurrentAsync(CancellationToken cancellation = default);

    /// <summary>Makes sure that erased rows do not linger in the engine's own files, after a withdrawal.</summary>
    /// <returns>The tables in whose free room words may still stand: none where all is erased.</returns>
    public abstract Task<IReadOnlyList<string>> EraseRemnantsAsync(CancellationToken cancellation = default);

    /// <summary>Runs some deferred maintenance, in steps so short that a release hardly waits. Does nothing where the engine maintains itself.</summary>
    /// <param name="inLargeSteps">Steps as long as a batch of an import takes: after much was written.</param>
    /// <returns>Whether nothing is left.</returns>
    public virtual Task<bool> OptimizeAsync(bool inLargeSteps = false, CancellationToken cancellation = default) => Task.FromResult(true);

    /// <summary>
    /// Watches for commits of other processes until cancelled. It notifies <see cref="DatabaseChange.Watching"/> first, and again whenever commits may have
    /// been missed.
    /// </summary>
    /// <exception cref="DbException">The database cannot be watched now; call again.</exception>
    public abstract Task WatchAsync(Func<DatabaseChange, Task> tell, CancellationToken cancellation);

    /// <summary>Why commits of other processes are noticed late by <see cref="WatchAsync"/>; null where they are noticed at once or nobody watches.</summary>
    public virtual string? WatchProblem => null;

    /// <summary>The same, found out now by a watch of its own, which takes up to some seconds.</summary>
    /// <exception cref="DbException">The database cannot be watched.</exception>
    public virtual Task<string?> ExamineWatchAsync(CancellationToken cancellation = default) => Task.FromResult<string?>(null);

    /// <summary>Copies the database as of this moment into a new SQLite file without a write-ahead log, while others read and write.</summary>
    /// <param name="target">The file, which must not be there.</param>
    /// <returns>Null, or why there is no copy; a file left at the target is to be deleted.</returns>
    public abstract Task<string?> CopyToAsync(string target, IProgress<StepProgress>? progress, CancellationToken cancellation);

    /// <summary>What is broken in the engine's own files, in the engine's words; empty where nothing is, or where the engine checks itself.</summary>
    /// <param name="isFull">Whether every row is checked against every index, which takes as long as reading everything.</param>
    public virtual Task<IReadOnlyList<string>> DamageAsync(bool isFull, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Makes the commit of a transaction known to <see cref="WatchAsync"/> where only commits that change the log's head are.</summary>
    internal virtual Task AnnounceAsync(DbTransaction transaction, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Called by a release before it is acknowledged: whoever knows of a release is never shown a page from before it.</summary>
    internal virtual void ObserveLogSize(long logSize)
    {
    }

    /// <summary>The same database for rendering pages: with replicas, those that lag behind no release this node knows of.</summary>
    public virtual Database ForReaders => this;

    /// <summary>The full-text search of this engine.</summary>
    public abstract FullText FullText { get; }

    /// <summary>Bulk transfer for a move to or from this engine.</summary>
    public abstract BulkTransfer Moves { get; }

    /// <summary>The time of the database server; null where the database has no clock of its own.</summary>
    public virtual Task<DateTimeOffset?> ClockAsync(DbConnection connection, CancellationToken cancellation = default) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>What tells this history of the database from others: a promoted standby, a restored copy and another server have another one.</summary>
    internal virtual Task<string> IdentityAsync(DbConnection connection, CancellationToken cancellation = default) => Task.FromResult("file");

    /// <summary>Whether a question blocks the thread that asks it until it is answered, whatever the method's name says.</summary>
    public virtual bool BlocksCaller => false;

    /// <summary>Whether a fault says that the database cannot be reached now, and not that something is wrong with what was asked.</summary>
    public virtual bool IsUnavailable(Exception fault) => false;

    /// <summary>Whether a fault means that another writer held the write lock too long.</summary>
    public virtual bool IsBusy(Exception fault) => false;

    /// <summary>What an operational fault means, for an administrator; null for a fault of the program.</summary>
    public abstract string? Problem(DbException fault);
}
