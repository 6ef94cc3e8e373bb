using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Schema;
using Storyprint.Storage.Search;

namespace Storyprint.Storage.Engine;

/// <summary>SQLite in one file: write-ahead log, and a commit that has reached the disk before it is acknowledged.</summary>
public sealed class SqliteDatabase : EngineDatabase
{
    /// <summary>The newest migration of this program; a test holds it against the migrations.</summary>
    internal const string NewestMigration = "20261127073000_AddRevisionTextVersion";

    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly string connectionString;
    private readonly string path;

    /// <param name="path">The file; it and its folder are made when they are not there.</param>
    public SqliteDatabase(string path)
    {
        this.path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = false, DefaultTimeout = 30 }.ToString();

        // The last connection that is closed brings the write-ahead log into the file.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => CloseIdle();
    }

    /// <summary>The file.</summary>
    public string FilePath => Path.GetFullPath(path);

    public override bool BlocksCaller => true;

    public override FullText FullText { get; } = new SqliteFullText();

    public override BulkTransfer Moves { get; } = new SqliteBulkTransfer();

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default)
    {
        if (SqliteSession.Take(idle) is { } kept)
        {
            return kept;
        }

        if (isReadOnly)
        {
            return await ConnectAsync(ReadOnlyFile.Of(path), cancellation);
        }

        if (isTried)
        {
            return await ConnectAsync(connectionString, cancellation);
        }

        try
        {
            var connection = await ConnectAsync(connectionString, cancellation);
            isTried = true;
            return connection;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 8 or 14)
        {
            if (!await ReadOnlyFile.CanServeAsync(path, cancellation))
            {
                throw;
            }

            // Readers are served from a folder that may only be read; whoever writes is refused by the engine, in words.
            isReadOnly = true;
            return await ConnectAsync(ReadOnlyFile.Of(path), cancellation);
        }
    }

    private volatile bool isReadOnly;
    private volatile bool isTried;

    private async Task<SqliteSession> ConnectAsync(string to, CancellationToken cancellation)
    {
        var connection = new SqliteSession(to, idle);
        try
        {
            await connection.OpenAsync(cancellation);
            await connection.ExecuteAsync("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=30000; PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=4000", cancellation);
            if (!isTried)
            {
                // What is missing to read in write-ahead mode shows at the first read only.
                await connection.ScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master", cancellation);
            }

            return connection;
        }
        catch
        {
            connection.End();
            throw;
        }
    }

    public override void CloseIdle()
    {
        while (SqliteSession.Take(idle) is { } session)
        {
            session.End();
        }
    }

    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellation = default) =>
        // Serializable is SQLite's BEGIN IMMEDIATE: a deferred one could fail half-way when it wants to write.
        await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);

    private protected override Task PrepareAsync(DbConnection connection, CancellationToken cancellation) => connection.ExecuteAsync("PRAGMA journal_mode=WAL", cancellation);

    public override async Task EraseRemnantsAsync(CancellationToken cancellation = default)
    {
        // secure_delete has overwritten the rows in the file. Two places still hold their words: the full text index keeps the words of a
        // deleted row until the segment it lies in is merged away, and the write-ahead log keeps every page until it is begun anew.
        // If the machine stops in between, the nightly sweep does it again.
        await using var connection = await OpenAsync(cancellation);
        await MergeSearchAsync(connection, -ErasedPages, cancellation);
        while (await MergeSearchAsync(connection, ErasedPages, cancellation))
        {
        }

        await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }

    private const int ErasedPages = 500;

    public override async Task<bool> OptimizeAsync(bool inLargeSteps = false, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(cancellation);

        // Beside whoever writes: pages that are in use wait for the next time.
        await connection.ExecuteAsync("PRAGMA wal_checkpoint(PASSIVE)", cancellation);
        for (var step = 0; step < TidiedAtOnce; step++)
        {
            if (!await MergeSearchAsync(connection, inLargeSteps ? TidiedAfterMany : TidiedPages, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    // About ten milliseconds, in which a release waits.
    private const int TidiedPages = 50;

    // Less than half a second, as a batch of an import takes.
    private const int TidiedAfterMany = 2_000;

    // A large import leaves work for minutes, which must not be felt.
    private const int TidiedAtOnce = 4;

    // FTS5 6.8: a negative number puts every segment on the way into one, positive ones go on with it; fewer than two changed rows mean that
    // nothing is left to do. Each is a transaction of its own, so that a release waits for a step and not for the whole index.
    private static async Task<bool> MergeSearchAsync(DbConnection connection, int pages, CancellationToken cancellation)
    {
        var before = await connection.ScalarAsync<long>("SELECT total_changes()", cancellation);
        await connection.ExecuteAsync("INSERT INTO search (search, rank) VALUES ('merge', @pages)", cancellation, ("@pages", pages));
        return await connection.ScalarAsync<long>("SELECT total_changes()", cancellation) - before >= 2;
    }

    /// <summary>How long a commit of another process can go unnoticed: the question costs microseconds, and asks nothing of the disk.</summary>
    private static readonly TimeSpan WatchPace = TimeSpan.FromMilliseconds(20);

    public override async Task WatchAsync(Func<DatabaseChange, Task> tell, CancellationToken cancellation)
    {
        // The number changes with every commit of any connection but the one that asks (sqlite.org/pragma.html#pragma_data_version).
        await using var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        var before = await command.ExecuteScalarAsync(cancellation) as long?;
        await tell(DatabaseChange.Watching);
        using var timer = new PeriodicTimer(WatchPace);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var now = await command.ExecuteScalarAsync(cancellation) as long?;
            if (now != before)
            {
                before = now;
                await tell(DatabaseChange.Committed);
            }
        }
    }

    public override async Task<string?> CopyToAsync(string target, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        await using var source = new SqliteConnection(connectionString);
        await source.OpenAsync(cancellation);

        // Inside a read transaction every step sees the same snapshot; outside of one, each commit of another process would begin the copy anew.
        await source.ExecuteAsync("BEGIN", cancellation);
        await source.ScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master", cancellation);
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        await copy.OpenAsync(cancellation);
        await Task.Run(() => CopyPages(source, copy, progress, cancellation), cancellation);
        await copy.ExecuteAsync(OneFile, cancellation);
        return null;
    }

    private const string OneFile = "PRAGMA journal_mode=DELETE";

    /// <summary>Makes a database that is to be kept into one file, without a write-ahead log beside it.</summary>
    internal async Task MergeIntoOneFileAsync(CancellationToken cancellation)
    {
        CloseIdle();
        await using (var connection = await OpenAsync(cancellation))
        {
            await connection.ExecuteAsync(OneFile, cancellation);
        }

        CloseIdle();
    }

    /// <summary>Gives a copy that is to be used the write-ahead log that every database of ours has.</summary>
    public async Task ActivateAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await connection.ExecuteAsync("PRAGMA journal_mode=WAL", cancellation);
    }

    public override async Task<IReadOnlyList<string>> DamageAsync(bool isFull, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(cancellation);
        var found = await connection.QueryAsync(isFull ? "PRAGMA integrity_check" : "PRAGMA quick_check", row => row.GetString(0), cancellation);
        if (isFull)
        {
            found.AddRange(await connection.QueryAsync(
                "PRAGMA foreign_key_check", row => $"A row of {row.GetString(0)} names one of {row.GetString(2)} that is not there.", cancellation));
        }

        return [.. found.Where(line => line != "ok")];
    }

    private static void CopyPages(SqliteConnection source, SqliteConnection copy, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        using var backup = raw.sqlite3_backup_init(copy.Handle, "main", source.Handle, "main");
        if (backup.IsInvalid)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(copy.Handle), copy.Handle);
        }

        int answer;
        while ((answer = raw.sqlite3_backup_step(backup, PagesAtOnce)) == raw.SQLITE_OK)
        {
            cancellation.ThrowIfCancellationRequested();
            var total = raw.sqlite3_backup_pagecount(backup);
            progress?.Report(new StepProgress("pages of the database", total - raw.sqlite3_backup_remaining(backup), total));
        }

        if (answer != raw.SQLITE_DONE)
        {
            throw new SqliteException($"SQLite Error {answer} while the database was copied.", answer);
        }
    }

    private const int PagesAtOnce = 1000;

    public override string? Problem(DbException fault) => fault is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        5 or 6 => "The database is busy with other work. Nothing was released; try again.",
        8 => $"The database {path} is read-only for this program. Nothing was released; look at the owner and the rights of the file and its folder.",
        11 or 26 => $"The database {path} is damaged ({sqlite.Message}). Stop the program, restore a backup into a new folder ('storyprint restore'), then 'storyprint log recover'.",
        10 => $"The database {path} could not be read or written ({sqlite.Message}). Nothing was released; look at the disk.",
        13 => $"The disk is full, so the database {path} could not be written. Nothing was released; make room and release again.",
        14 => $"The database {path} could not be opened. Nothing was released; look at the file and its folder.",
        19 when sqlite.Message.Contains(BulkTransfer.Mark, StringComparison.Ordinal) => BulkTransfer.Sentence,
        _ => null,
    };

    private protected override string Newest => NewestMigration;

    private protected override string CountHistories => "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";

    private protected override StoryprintContext Model() =>
        new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(connectionString).Options);
}
