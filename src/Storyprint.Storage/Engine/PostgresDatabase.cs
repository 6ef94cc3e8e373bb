using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Schema;
using Storyprint.Storage.Search;

namespace Storyprint.Storage.Engine;

/// <summary>PostgreSQL, on one server or on several of which one takes the writes.</summary>
public sealed class PostgresDatabase : EngineDatabase, IAsyncDisposable, IDisposable
{
    /// <summary>The newest migration of this program; a test holds it against the migrations.</summary>
    internal const string NewestMigration = "20261127073100_AddRevisionTextVersion";

    // Whoever writes holds this advisory lock of the database until the commit: the letters of "storyprt".
    private const long WriteLock = 0x73746F7279707274;

    private static readonly TimeSpan ListeningPace = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource primary;
    private readonly Database readers;
    private int watching;
    private long known;

    /// <param name="connectionString">As Npgsql reads it: <c>Host=…;Database=…;Username=…</c>; several hosts stand with commas between them.</param>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public PostgresDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);

        // Zero is for a pooler between that keeps no prepared statements. (ContainsKey would be true of every keyword there is.)
        if (!settings.ShouldSerialize("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 100;
        }

        // Nothing here changes a session: locks and settings end with their transaction, and the connection that listens is closed.
        if (!settings.ShouldSerialize("No Reset On Close"))
        {
            settings.NoResetOnClose = true;
        }

        settings.ApplicationName ??= "storyprint";

        // Which of several hosts is asked for what is decided here: writes go to the primary.
        settings.TargetSessionAttributes = null;
        var builder = new NpgsqlDataSourceBuilder(settings.ToString());
        if (settings.Host?.Contains(',', StringComparison.Ordinal) == true)
        {
            var hosts = builder.BuildMultiHost();
            primary = hosts.WithTargetSession(TargetSessionAttributes.Primary);
            readers = new ReplicaDatabase(this, hosts.WithTargetSession(TargetSessionAttributes.PreferStandby));
        }
        else
        {
            primary = builder.Build();
            readers = this;
        }

        Place = $"{settings.Database ?? settings.Username} on {settings.Host}";
    }

    /// <summary>Which database this is, without its password.</summary>
    public string Place { get; }

    public override FullText FullText { get; } = new PostgresFullText();

    public override BulkTransfer Moves { get; } = new PostgresBulkTransfer();

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default) => await primary.OpenConnectionAsync(cancellation);

    public override void CloseIdle() => primary.Clear();

    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellation = default)
    {
        // Every statement of READ COMMITTED sees what is committed by then, and nobody else commits while the lock is held: what was read stays
        // true. A server set to acknowledge commits that are not on its disk is told otherwise for this one.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        try
        {
            await connection.ExecuteAsync(
                $"""
                SELECT set_config('lock_timeout', '30s', TRUE),
                       CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', TRUE) END,
                       pg_advisory_xact_lock({WriteLock})
                """, cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public override async Task EraseRemnantsAsync(CancellationToken cancellation = default)
    {
        // Without this, what an update or a delete replaced stays in the files until the server's own cleaning comes round. It cannot reach the
        // server's archived log, its replicas' and the backups: docs/administrators.md says what to do about those.
        await using var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM story, revision, draft, search, term, legacy_url, story_topic, story_byline, story_note";
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public override async Task<bool> OptimizeAsync(bool inLargeSteps = false, CancellationToken cancellation = default)
    {
        // Rows that are new to a GIN index wait in a list that every search reads through; when it is long enough, somebody's release puts them in.
        // Only the owner may do it beside.
        await using var connection = await OpenAsync(cancellation);
        await connection.ExecuteAsync(
            """
            SELECT gin_clean_pending_list(oid) FROM pg_class
            WHERE oid = to_regclass('"IX_search_words"') AND pg_has_role(relowner, 'USAGE') AND NOT pg_is_in_recovery()
            """, cancellation);
        return true;
    }

    public override async Task WatchAsync(Func<DatabaseChange, Task> tell, CancellationToken cancellation)
    {
        // A trigger tells of every move of the log's head, at its commit (Migrations/Postgres). What was told while nobody listened is lost, so a
        // connection that broke is an end of the watch, and whoever begins it anew is told that anything may have been missed.
        await using var connection = (NpgsqlConnection)await OpenAsync(cancellation);
        connection.Notification += (_, told) => ObserveLogSize(long.Parse(told.Payload, CultureInfo.InvariantCulture));
        await connection.ExecuteAsync("LISTEN storyprint_log", cancellation);
        ObserveLogSize(await connection.ScalarAsync<long>("SELECT tree_size FROM log_head WHERE id = 1", cancellation));
        Interlocked.Increment(ref watching);
        try
        {
            await tell(DatabaseChange.Watching);
            while (true)
            {
                // A silent line may be a dead one: it is tried now and then.
                if (await connection.WaitAsync(ListeningPace, cancellation))
                {
                    await tell(DatabaseChange.Committed);
                }
                else
                {
                    await connection.ExecuteAsync("SELECT 1", cancellation);
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref watching);

            // It listens still, and where it broke the others are from before.
            NpgsqlConnection.ClearPool(connection);
        }
    }

    public override Task<string?> CopyToAsync(string target, IProgress<StepProgress>? progress, CancellationToken cancellation) =>
        new SnapshotCopy(this).RunAsync(target, progress, cancellation);

    /// <summary>Begins a transaction that sees the database as it is at this moment, however long it is read, and that nobody waits for.</summary>
    internal async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation)
    {
        // A server that is told to end what is slow or idle must not end this: a large publication is read for minutes, with pauses.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await connection.ExecuteAsync(
            """
            SET TRANSACTION READ ONLY;
            SELECT set_config(name, '0', TRUE) FROM pg_settings
            WHERE name IN ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')
            """, cancellation);
        return transaction;
    }

    public override Database ForReaders => readers;

    /// <summary>Whether this node hears of releases, and how far it knows the log to reach.</summary>
    internal (bool IsHeard, long Size) Known => (Volatile.Read(ref watching) > 0, Interlocked.Read(ref known));

    internal override void ObserveLogSize(long logSize)
    {
        for (var before = Interlocked.Read(ref known); logSize > before; before = Interlocked.Read(ref known))
        {
            Interlocked.CompareExchange(ref known, logSize, before);
        }
    }

    public override bool IsUnavailable(Exception fault) => PostgresErrors.IsUnavailable(fault);

    public override bool IsBusy(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    public override string? Problem(DbException fault) => PostgresErrors.Sentence(fault, Place);

    public ValueTask DisposeAsync() => primary.DisposeAsync();

    public void Dispose() => primary.Dispose();

    private protected override string Newest => NewestMigration;

    // Not now(), which is when the transaction began: it may have waited for the write lock since.
    public override async Task<DateTimeOffset?> ClockAsync(DbConnection connection, CancellationToken cancellation = default) => DateTimeOffset.FromUnixTimeMilliseconds(
        await connection.ScalarAsync<long>("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)", cancellation));

    private protected override string CountHistories => """SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass('"__EFMigrationsHistory"')""";

    private protected override StoryprintContext Model() =>
        new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(primary, options => options.CommandTimeout(3600)).Options);
}
