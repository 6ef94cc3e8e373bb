using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Schema;
using Storyprint.Storage.Search;

namespace Storyprint.Storage.Engine;

/// <summary>PostgreSQL, on one server or on several of which one takes the writes.</summary>
public sealed class PostgresDatabase : EngineDatabase, IAsyncDisposable, IDisposable
{
    /// <summary>The newest migration of this program; a test compares it with the migrations.</summary>
    internal const string NewestMigration = "20261128173303_AddSignedOn";

    /// <summary>The channel of the notices that a trigger sends when the log's head changes.</summary>
    internal const string LogChannel = "storyprint_log";

    // A writer holds this advisory lock until its commit: the letters of "storyprt".
    private const long WriteLock = 0x73746F7279707274;

    private static readonly string Deaf =
        $"Notices of releases do not reach this program, perhaps because of a pooler in transaction mode. It looks for releases every {PostgresWatch.Interval.TotalSeconds} seconds, and a page may be that old.";

    private readonly NpgsqlDataSource primary;
    private readonly Database readers;
    private readonly PostgresIdentity identity;
    private readonly NpgsqlDataSource listening;
    private PostgresWatch? watch;
    private long known;

    /// <param name="connectionString">A connection string of Npgsql: <c>Host=…;Database=…;Username=…</c>, several hosts separated by commas.</param>
    /// <param name="listenAt">Another one for listening to notices, which leads around a pooler; null where the first will do.</param>
    /// <exception cref="ArgumentException">One of them cannot be read.</exception>
    public PostgresDatabase(string connectionString, string? listenAt = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);

        // Zero where a pooler in between keeps no prepared statements. (ContainsKey would be true for every known keyword.)
        if (!settings.ShouldSerialize("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 100;
        }

        // No session state is changed: locks and settings end with their transaction, and the listening connection is closed.
        if (!settings.ShouldSerialize("No Reset On Close"))
        {
            settings.NoResetOnClose = true;
        }

        settings.ApplicationName ??= "storyprint";

        // The code below chooses among several hosts: writes go to the primary.
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

        listening = listenAt is null ? primary : DirectTo(listenAt);
        identity = new PostgresIdentity(this);
        Place = $"{settings.Database ?? settings.Username} on {settings.Host}";
    }

    /// <summary>The database's name for messages, without its password.</summary>
    public string Place { get; }

    public override FullText FullText { get; } = new PostgresFullText();

    public override BulkTransfer Moves { get; } = new PostgresBulkTransfer();

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default) => await primary.OpenConnectionAsync(cancellation);

    public override void CloseIdle() => primary.Clear();

    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellation = default)
    {
        // Each READ COMMITTED statement sees what is committed by then, and nobody else commits while the lock is held, so what was read stays true. A server
        // that acknowledges commits before they are on its disk is overruled for this transaction.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        try
        {
            await using var command = connection.CreateCommand();

            // The server's own timeout of the lock decides.
            command.CommandTimeout = 0;
            command.CommandText =
                $"""
                SELECT set_config('lock_timeout', '{(int)WriteLockTimeout.TotalSeconds}s', TRUE),
                       CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', TRUE) END,
                       pg_advisory_xact_lock({WriteLock})
                """;
            await command.ExecuteNonQueryAsync(cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public override async Task<IReadOnlyList<string>> EraseRemnantsAsync(CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(cancellation);
        return await new PostgresErasure(connection).RunAsync(cancellation);
    }

    public override async Task<bool> OptimizeAsync(bool inLargeSteps = false, CancellationToken cancellation = default)
    {
        // New rows of a GIN index wait in a pending list that every search scans; without this, somebody's release would have to merge it. Only the table's owner may do it.
        await using var connection = await OpenAsync(cancellation);
        await connection.ExecuteAsync(
            """
            SELECT gin_clean_pending_list(oid) FROM pg_class
            WHERE oid = to_regclass('"IX_search_words"') AND pg_has_role(relowner, 'USAGE') AND NOT pg_is_in_recovery()
            """, cancellation);
        return true;
    }

    internal override Task AnnounceAsync(DbTransaction transaction, CancellationToken cancellation) =>
        PreparedStatement.Prepare(transaction, "SELECT pg_notify('storyprint_log', tree_size::text) FROM log_head WHERE id = 1").ScalarAsync(cancellation);

    public override async Task WatchAsync(Func<DatabaseChange, Task> tell, CancellationToken cancellation)
    {
        var mine = new PostgresWatch(this, listening);
        watch = mine;
        try
        {
            await mine.RunAsync(tell, cancellation);
        }
        finally
        {
            Interlocked.CompareExchange(ref watch, null, mine);
        }
    }

    public override string? WatchProblem => Volatile.Read(ref watch) is { IsDeaf: true } ? Deaf : null;

    public override async Task<string?> ExamineWatchAsync(CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var tried = new PostgresWatch(this, listening);
        var running = tried.RunAsync(_ => Task.CompletedTask, stop.Token);
        if (await Task.WhenAny(running, tried.Proved) == running)
        {
            await running;
        }

        var problem = tried.Hears ? null : Deaf;
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return problem;
    }

    public override Task<string?> CopyToAsync(string target, IProgress<StepProgress>? progress, CancellationToken cancellation) =>
        new SnapshotCopy(this).RunAsync(target, progress, cancellation);

    /// <summary>Begins a snapshot transaction for long reads that block nobody.</summary>
    internal async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation)
    {
        // Statement and idle timeouts of the server are lifted: a large publication is read for minutes, with pauses.
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

    /// <summary>Whether this node is notified of releases, and the log size it knows of.</summary>
    internal (bool IsHeard, long Size) Known => (Volatile.Read(ref watch) is { Hears: true }, Interlocked.Read(ref known));

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

    public async ValueTask DisposeAsync()
    {
        await listening.DisposeAsync();
        await primary.DisposeAsync();
    }

    public void Dispose()
    {
        listening.Dispose();
        primary.Dispose();
    }

    private static NpgsqlDataSource DirectTo(string address)
    {
        var settings = new NpgsqlConnectionStringBuilder(address) { TargetSessionAttributes = null, ApplicationName = "storyprint" };
        var builder = new NpgsqlDataSourceBuilder(settings.ToString());
        return settings.Host?.Contains(',', StringComparison.Ordinal) == true ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary) : builder.Build();
    }

    private protected override string Newest => NewestMigration;

    // Any other encoding lacks letters that a newsroom writes, and says so only when somebody writes one.
    private protected override async Task PrepareAsync(DbConnection connection, CancellationToken cancellation)
    {
        if (await connection.ScalarAsync<string>("SHOW server_encoding", cancellation) is var encoding && encoding != "UTF8")
        {
            throw new InvalidDataException(
                $"The database {Place} keeps text as {encoding}, which has not all letters. Nothing was made in it. Make one that keeps UTF-8: createdb --encoding=UTF8 --template=template0 --locale=C.UTF-8 NAME");
        }
    }

    // Not now(), the start of the transaction: it may have waited for the write lock since.
    public override async Task<DateTimeOffset?> ClockAsync(DbConnection connection, CancellationToken cancellation = default) => DateTimeOffset.FromUnixTimeMilliseconds(
        await connection.ScalarAsync<long>("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)", cancellation));

    internal override Task<string> IdentityAsync(DbConnection connection, CancellationToken cancellation = default) => identity.ReadAsync(connection, cancellation);

    private protected override string CountHistories => """SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass('"__EFMigrationsHistory"')""";

    private protected override StoryprintContext Model() =>
        new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(primary, options => options.CommandTimeout(3600)).Options);
}
