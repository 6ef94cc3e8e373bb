using System.Data.Common;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Search;

namespace Storyprint.Storage.Engine;

/// <summary>The database of one publication: hands out open connections and keeps the tables current.</summary>
public abstract class Database
{
    /// <summary>An open connection; the caller disposes it, it is kept open for the next.</summary>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default);

    /// <summary>Closes the connections that nobody uses, before the files of a database are moved or taken away.</summary>
    public abstract void CloseIdle();

    /// <summary>Begins a transaction that holds the write lock from its first moment, so that what it read stays true until it commits.</summary>
    public abstract ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellation = default);

    /// <summary>Brings the tables to this program's version; cheap when they already are.</summary>
    public abstract Task MigrateAsync(CancellationToken cancellation = default);

    /// <summary>Makes sure that erased rows do not linger in the engine's own files, after a withdrawal.</summary>
    public abstract Task EraseTracesAsync(CancellationToken cancellation = default);

    /// <summary>How this engine keeps and asks its full text.</summary>
    public abstract FullText FullText { get; }

    /// <summary>What a move to or from this engine needs of it.</summary>
    public abstract EngineMoves Moves { get; }

    /// <summary>Whether a fault says that the database cannot be reached now, and not that something is wrong with what was asked.</summary>
    public virtual bool IsAway(Exception fault) => false;

    /// <summary>Whether a fault says that somebody else held the write lock too long.</summary>
    public virtual bool IsBusy(Exception fault) => false;

    /// <summary>What a fault of the machine means, in words an administrator can act on; null where it is a fault of the program's.</summary>
    public abstract string? Problem(DbException fault);
}
