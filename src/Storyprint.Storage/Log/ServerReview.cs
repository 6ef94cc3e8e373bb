using Microsoft.Extensions.Logging;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;

namespace Storyprint.Storage.Log;

/// <summary>Decides whether the log may go on where its database is on another server, or of another history, than it was last signed on.</summary>
internal sealed partial class ServerReview(Database database, PublisherName publisher, HighWaterMark mark, TimeProvider clock)
{
    private readonly HistoryCheck history = new(database, publisher, mark);
    private readonly LogServer server = new(database);

    /// <summary>
    /// Where the database is not on the server on which the log was last signed, asks whoever may have seen more, and lets the log go on only if they clear it. Asks
    /// nobody otherwise. To be called before the write lock is taken.
    /// </summary>
    /// <returns>Null, or why nothing may be signed.</returns>
    public async Task<LogProblem?> RunAsync(Func<CancellationToken, Task<LogInquiry>>? ask, ILogger logger, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenAsync(cancellation))
        {
            if (!await server.IsChangedAsync(connection, cancellation))
            {
                return null;
            }
        }

        // What they say is on the disk when they have said it, and the check reads it from there.
        var inquiry = ask is null ? LogInquiry.Nobody : await ask(cancellation);
        switch (await history.CheckAsync(cancellation))
        {
            case LogProblem.ServerChanged when inquiry.Problem is { } ahead:
                return ahead;
            case LogProblem.ServerChanged changed when !inquiry.ClearsServer:
                return changed with { Asked = inquiry.Sentences };
            case LogProblem.ServerChanged:
                LogCleared(logger, string.Join(' ', inquiry.Sentences));
                return await ConfirmAsync(null, cancellation);
            case var problem:
                return problem;
        }
    }

    /// <summary>Lets the log be signed on the server that the database is on now.</summary>
    /// <param name="by">The administrator who says so; null where those who were asked cleared it.</param>
    /// <returns>Null, or what is known to be wrong with it.</returns>
    public async Task<LogProblem?> ConfirmAsync(ReleaseContext? by, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var guard = await ForkGuard.ReadAsync(mark, cancellation);
        if (await LogHead.ReadAsync(connection, cancellation) is not { } head)
        {
            return guard.CheckMissing() ?? new LogProblem.NotBegun();
        }

        if ((await history.ResumeAsync(connection, head, guard, cancellation)).Problem is { } problem and not LogProblem.ServerChanged)
        {
            return problem;
        }

        var before = await server.ConfirmAsync(connection, cancellation);
        if (by is not null)
        {
            await AuditTrail.AppendAsync(
                transaction, clock, by, AuditAct.ServerConfirmed, publisher.ToString(), before, await database.IdentityAsync(connection, cancellation), cancellation);
        }

        await transaction.CommitAsync(CancellationToken.None);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The database is on another server, or of another history, than the log was last signed on. Those who were asked clear it, and the log goes on: {Said}")]
    private static partial void LogCleared(ILogger logger, string said);
}
