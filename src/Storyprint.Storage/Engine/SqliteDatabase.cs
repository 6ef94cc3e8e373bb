using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Schema;
using Storyprint.Storage.Search;

namespace Storyprint.Storage.Engine;

/// <summary>SQLite in one file, in write-ahead mode; a commit is on the disk before it is acknowledged.</summary>
public sealed class SqliteDatabase : EngineDatabase
{
    /// <summary>The newest migration of this program; a test compares it with the migrations.</summary>
    internal const string NewestMigration = "20261128173300_AddSignedOn";

    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly string connectionString;
    private readonly string path;

    /// <param name="path">The file; it and its folder are created where missing.</param>
    public SqliteDatabase(string path)
    {
        this.path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = false, DefaultTimeout = (int)WriteLockTimeout.TotalSeconds }.ToString();

        // Closing the last connection checkpoints the write-ahead log into the file.
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

            // Read-only folders are supported for readers; a write is refused by the engine, in words.
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
            await connection.ExecuteAsync(
                string.Create(CultureInfo.InvariantCulture, $"PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout={WriteLockTimeout.TotalMilliseconds}; PRAGMA cache_size=-4000; PRAGMA wal_autocheckpoint=4000"),
                cancellation);
            if (!isTried)
            {
                // Only the first read fails where files for write-ahead mode are missing.
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
        // Serializable is SQLite's BEGIN IMMEDIATE: a deferred transaction could fail half-way, at its first write.
        await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);

    private protected override Task PrepareAsync(DbConnection connection, CancellationToken cancellation) => connection.ExecuteAsync("PRAGMA journal_mode=WAL", cancellation);

    public override async Task<IReadOnlyList<string>> EraseRemnantsAsync(CancellationToken cancellation = default)
    {
        // secure_delete has overwritten the rows in the file. Their words remain in two places: in the full-text index until the segment of a deleted row is
        // merged, and in the write-ahead log until it is restarted. After an interruption the nightly sweep does this again.
        await using var connection = await OpenAsync(cancellation);
        await MergeSearchAsync(connection, -ErasedPages, cancellation);
        while (await MergeSearchAsync(connection, ErasedPages, cancellation))
        {
        }

        await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        return [];
    }

    private const int ErasedPages = 500;

    public override async Task<bool> OptimizeAsync(bool inLargeSteps = false, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(cancellation);

        // Runs beside writers: pages in use are left for the next time.
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

    // About ten milliseconds, for which a release waits.
    private const int TidiedPages = 50;

    // Less than half a second, as a batch of an import takes.
    private const int TidiedAfterMany = 2_000;

    // A large import leaves minutes of work, done in steps too short to notice.
    private const int TidiedAtOnce = 4;

    // FTS5 6.8: a negative number schedules all segments for merging into one, positive numbers continue; fewer than two changed rows mean that nothing is
    // left. Each step is its own transaction, so a release waits for one step and not for the whole index.
    private static async Task<bool> MergeSearchAsync(DbConnection connection, int pages, CancellationToken cancellation)
    {
        var before = await connection.ScalarAsync<long>("SELECT total_changes()", cancellation);
        await connection.ExecuteAsync("INSERT INTO search (search, rank) VALUES ('merge', @pages)", cancellation, ("@pages", pages));
        return await connection.ScalarAsync<long>("SELECT total_changes()", cancellation) - before >= 2;
    }

    /// <summary>Poll interval for commits of other processes; a poll takes microseconds and does not touch the disk.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    public override async Task WatchAsync(Func<DatabaseChange, Task> tell, CancellationToken cancellation)
    {
        // data_version changes with every commit of any other connection (sqlite.org/pragma.html#pragma_data_version).
        await using var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        var before = await command.ExecuteScalarAsync(cancellation) as long?;
        await tell(DatabaseChange.Watching);
        using var timer = new PeriodicTimer(PollInterval);
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

        // A read transaction gives every step the same snapshot; without one, each commit of another process would restart the copy.
        await source.ExecuteAsync("BEGIN", cancellation);
        await source.ScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master", cancellation);
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        await copy.OpenAsync(cancellation);
        await Task.Run(() => CopyPages(source, copy, progress, cancellation), cancellation);
        await copy.ExecuteAsync(OneFile, cancellation);
        return null;
    }

    private const string OneFile = "PRAGMA journal_mode=DELETE";

    /// <summary>Turns a database into one file without a write-ahead log, to be kept.</summary>
    internal async Task MergeIntoOneFileAsync(CancellationToken cancellation)
    {
        CloseIdle();
        await using (var connection = await OpenAsync(cancellation))
        {
            await connection.ExecuteAsync(OneFile, cancellation);
        }

        CloseIdle();
    }

    /// <summary>Switches a copy that is to be used back to write-ahead mode.</summary>
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
