using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;

namespace Storyprint.Storage.Log;

/// <summary>
/// The writing side of the log. Before each signature it makes sure that the database holds the published history: it compares the head with the mark outside
/// the database, and the stored hashes with the head.
/// </summary>
public sealed partial class PublicationLog(Database database, PublisherName publisher, KeyFolder folder, HighWaterMark mark, TimeProvider clock) : IDisposable
{
    // How long to wait for a database that went away during a commit: a failover takes about half of it.
    internal static readonly TimeSpan CommitTimeout = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly HistoryCheck history = new(database, publisher, mark);
    private readonly ServerReview review = new(database, publisher, mark, clock);
    private readonly MarkMover marks = new(database, mark, clock);
    private KeyRing? ring;

    public PublisherName Publisher => publisher;

    public HighWaterMark Mark => mark;

    /// <summary>Why the mark could not be written after the last commit of this process; null where it was.</summary>
    public string? MarkProblem => marks.Problem;

    /// <summary>Asks whoever may have seen more of the log than this database holds; null where nobody can be asked.</summary>
    public Func<CancellationToken, Task<LogInquiry>>? AskOthers { get; set; }

    /// <summary>Asks the witnesses before something is signed; null where releases do not wait for them.</summary>
    public Func<CancellationToken, Task<LogProblem?>>? AskQuorum { get; set; }

    /// <summary>The logger for alarms; set by a host that has one.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>
    /// Creates keys and log at the first start, and checks them at every other. Null when releases can be made; otherwise why not. Readers are served either
    /// way.
    /// </summary>
    public async Task<LogProblem?> PrepareAsync(CancellationToken cancellation = default)
    {
        try
        {
            return await CheckAsync(cancellation) switch
            {
                LogProblem.NotBegun => await BeginLogAsync(cancellation),
                LogProblem.ServerChanged => await ReviewServerAsync(cancellation) ?? await ResumeAsync(cancellation),
                { } problem => problem,
                null => await ResumeAsync(cancellation),
            };
        }
        catch (LogRefusedException refused)
        {
            return refused.Problem;
        }
    }

    /// <summary>Checks that the database still holds what was published, on a server where it may be signed; null when it does.</summary>
    public Task<LogProblem?> CheckAsync(CancellationToken cancellation = default) => history.CheckAsync(cancellation);

    /// <inheritdoc cref="ServerReview.RunAsync"/>
    public Task<LogProblem?> ReviewServerAsync(CancellationToken cancellation = default) => review.RunAsync(AskOthers, Logger, cancellation);

    /// <summary>Asks whoever must be asked before something is signed. To be called before the write lock is taken, so that nobody else waits for them.</summary>
    /// <returns>Null, or why nothing may be signed.</returns>
    internal async Task<LogProblem?> AskOutsideAsync(CancellationToken cancellation) =>
        await ReviewServerAsync(cancellation) ?? (AskQuorum is null ? null : await AskQuorum(cancellation));

    /// <inheritdoc cref="ServerReview.ConfirmAsync"/>
    public Task<LogProblem?> ConfirmServerAsync(ReleaseContext by, CancellationToken cancellation = default) => review.ConfirmAsync(by, cancellation);

    /// <inheritdoc cref="MarkMover.SeenAsync"/>
    public Task SeenAsync(LogHead head, CancellationToken cancellation = default) => marks.SeenAsync(head, Logger, cancellation);

    /// <summary>Begins to append in a transaction that holds the write lock.</summary>
    /// <exception cref="LogRefusedException">The log cannot be signed now.</exception>
    internal async Task<LogAppend> BeginAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        var guard = await ForkGuard.ReadAsync(mark, cancellation);
        var connection = transaction.Connection!;
        var head = await LogHead.ReadAsync(connection, cancellation) ?? throw new LogRefusedException(new LogProblem.NotBegun());
        var (tree, problem) = await history.ResumeAsync(connection, head, guard, cancellation);
        if ((problem ?? await LoadAsync(connection, cancellation)) is { } refused)
        {
            throw new LogRefusedException(refused);
        }

        // The first release of a version that knows of it takes the server as it finds it.
        await new LogServer(database).AdoptAsync(connection, cancellation);
        return new LogAppend(transaction, publisher, ring!, head, tree!);
    }

    /// <summary>Commits, checks whether the commit stands where its answer was lost, and moves the mark. When this returns, the release stands.</summary>
    internal async Task CommitAsync(DbTransaction transaction, LogAppend append)
    {
        try
        {
            // Never cancelled: the caller would not know whether the commit stands.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is DbException or IOException or TimeoutException)
        {
            LogAnswerLost(Logger, fault);

            // Releases the write lock where this process still holds it.
            await transaction.DisposeAsync();
            if (!await StandsAsync(append))
            {
                throw;
            }
        }

        // Caches in this process are invalidated before the release is acknowledged.
        await database.Changes.NotifyAsync();
        if (append.Written is not { } head)
        {
            return;
        }

        database.ObserveLogSize(head.Size);
        await MoveMarkAsync(head.Size, head.Root);
    }

    internal Task MoveMarkAsync(long size, Sha256Hash root) => marks.MoveAsync(size, root, Logger);

    public void Dispose()
    {
        ForgetKeys();
        loading.Dispose();
    }

    private void ForgetKeys()
    {
        ring?.Dispose();
        ring = null;
    }

    private async Task<bool> StandsAsync(LogAppend append)
    {
        if (append.Written is not { } written)
        {
            return false;
        }

        for (var began = clock.GetTimestamp(); ;)
        {
            try
            {
                // The server may still be working on that commit after its answer was lost: once the write lock is free, it is over.
                await using var connection = await database.OpenAsync(CancellationToken.None);
                await using var transaction = await database.BeginWriteAsync(connection, CancellationToken.None);
                return await LogHead.ReadAsync(connection, CancellationToken.None) is { } head && head.Size >= written.Size
                    && await MerkleTree.RootAsync(new StoredHashReader(connection), written.Size, CancellationToken.None) == written.Root;
            }
            catch (DbException fault) when (database.IsUnavailable(fault) || database.IsBusy(fault))
            {
                if (clock.GetElapsedTime(began) > CommitTimeout)
                {
                    throw new CommitInDoubtException(fault);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(250), clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Checks that the log may be signed, inside a transaction that holds the write lock.</summary>
    internal async Task<LogProblem?> CheckAsync(DbTransaction transaction, LogHead head, CancellationToken cancellation) =>
        (await history.ResumeAsync(transaction.Connection!, head, await ForkGuard.ReadAsync(mark, cancellation), cancellation)).Problem;

    // Whoever prepares to sign has seen the log this far, also where it never signs.
    private async Task<LogProblem?> ResumeAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (await LogHead.ReadAsync(connection, cancellation) is { } head)
        {
            await SeenAsync(head, cancellation);
        }

        return await LoadAsync(connection, cancellation);
    }

    private async Task<LogProblem?> LoadAsync(DbConnection connection, CancellationToken cancellation)
    {
        // Read each time: another process may have rotated the keys.
        var listed = await KeyStore.ReadAsync(connection, cancellation);
        await loading.WaitAsync(cancellation);
        try
        {
            if (ring?.IsInUse(listed) == true)
            {
                return null;
            }

            ForgetKeys();
            (ring, var problem) = KeyRing.Load(folder, publisher, listed);
            return problem;
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<LogProblem?> BeginLogAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await LogHead.ReadAsync(connection, cancellation) is not null)
        {
            // Another node began the log while this one waited for the lock.
            await transaction.RollbackAsync(cancellation);
            return await LoadAsync(connection, cancellation);
        }

        var time = await ReleaseTime.ReadAsync(database, connection, 0, clock, null, cancellation);
        if (time.Fault is { } fault)
        {
            return new LogProblem.ClockWrong(fault.Sentence);
        }

        // Keys left by an interrupted first start are used: they have signed nothing that anybody saw.
        var now = time.At;
        foreach (var role in (KeyRole[])[KeyRole.Log, KeyRole.Seal])
        {
            if (!File.Exists(folder.PathOf(role)))
            {
                folder.Create(role, publisher);
            }
        }

        if (!folder.TryRead(KeyRole.Log, publisher, out var log, out var problem) || !folder.TryRead(KeyRole.Seal, publisher, out var seal, out problem))
        {
            return problem;
        }

        ring = new KeyRing(log, null, seal, 0);
        var append = new LogAppend(transaction, publisher, ring, null, new TreeBuilder());
        foreach (var (role, key) in ((KeyRole, VerifierKey)[])[(KeyRole.Log, log.Verifier), (KeyRole.Seal, seal.Verifier)])
        {
            append.Add(new KeyEntry { Publisher = publisher, Role = role, Key = key, Change = KeyChange.From, At = now });
            await connection.ExecuteAsync(
                "INSERT INTO log_key (role, ordinal, vkey, valid_from) VALUES (@role, 0, @vkey, @from)", cancellation,
                ("@role", role.Word), ("@vkey", key.ToString()), ("@from", now.ToUnixTimeSeconds()));
        }

        await append.WriteAsync(cancellation);
        await CommitAsync(transaction, append);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to a commit was lost; the database is asked whether it stands")]
    private static partial void LogAnswerLost(ILogger logger, Exception fault);
}
