using System.Data.Common;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;

namespace Storyprint.Storage.Recovery;

/// <summary>
/// Completes a database that was set back from a copy of its own log: entries, hashes, keys, stories and the copy's checkpoint in one transaction. An
/// interrupted recovery changes nothing and is run again.
/// </summary>
public sealed class LogRecovery(Database database, PublicationLog log, KeyFolder keys, Publication publication, TimeProvider clock)
{
    /// <param name="context">Who recovers, by which means and why: the log does not say who made the recovered releases.</param>
    /// <param name="plan">What is missing. The copy has been audited, is signed by a key of this log, and begins with the database's entries.</param>
    /// <param name="isTrial">Whether everything is done and then rolled back.</param>
    public async Task<RecoveryOutcome> RunAsync(ReleaseContext context, RecoveryPlan plan, bool isTrial, CancellationToken cancellation = default)
    {
        using var activity = ReleaseMetrics.BeginRecovery(context);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var head = await LogHead.ReadAsync(connection, cancellation);
        if ((head?.Size, head?.Root) != (plan.Before?.Size, plan.Before?.Root))
        {
            return new RecoveryOutcome.Refused("The database was changed while the copy was read. Stop whatever writes to it, and run this again.");
        }

        using var recoveredKeys = new RecoveredKeys(connection, log.Publisher, keys);
        var stories = new RecoveredStories(transaction, database.FullText, recoveredKeys, publication, context);
        foreach (var missing in plan.Entries)
        {
            var problem = missing.Entry switch
            {
                RevisionEntry entry when entry.Publisher == log.Publisher => await stories.TakeAsync(missing, entry, cancellation),
                KeyEntry entry when entry.Publisher == log.Publisher => await TakeAsync(recoveredKeys, missing.Index, entry, cancellation),
                RecordEntry entry when entry.Publisher == log.Publisher => null,
                UnknownEntry => null,
                _ => $"Entry {missing.Index} is one of another publisher.",
            };
            if (problem is not null)
            {
                return new RecoveryOutcome.Refused(problem);
            }
        }

        await stories.FinishAsync(clock.GetUtcNow(), cancellation);
        await WriteLogAsync(transaction, head, plan, cancellation);
        if (log.Mark.Read().Last is { } reached && reached.Size <= plan.Checkpoint.Body.Size)
        {
            // All that is known here to have been signed is back: the log goes on where it was brought back to.
            await new LogServer(database).ConfirmAsync(connection, cancellation);
        }

        if (isTrial)
        {
            await transaction.RollbackAsync(cancellation);
        }
        else
        {
            await AuditTrail.AppendAsync(
                transaction, clock, context, AuditAct.Recovered, log.Publisher.ToString(), $"{head?.Size ?? 0} entries", $"{plan.Checkpoint.Body.Size} entries", cancellation);

            // An interruption before this line leaves the database as it was; after it everything stands. A mark that was not moved is moved by the next run or release.
            await transaction.CommitAsync(CancellationToken.None);
            await database.Changes.NotifyAsync();
            await MarkAsync(plan.Checkpoint.Body.Size, plan.Checkpoint.Body.Root);
        }

        return new RecoveryOutcome.Done
        {
            Revisions = stories.Revisions,
            Keys = plan.Entries.Count(missing => missing.Entry is KeyEntry),
            Hidden = stories.Hidden,
            WithdrawnPictures = stories.WithdrawnPictures,
        };
    }

    private static async Task<string?> TakeAsync(RecoveredKeys keys, long index, KeyEntry entry, CancellationToken cancellation)
    {
        await keys.TakeAsync(index, entry, cancellation);
        return null;
    }

    private static async Task WriteLogAsync(DbTransaction transaction, LogHead? head, RecoveryPlan plan, CancellationToken cancellation)
    {
        if (plan.Entries.Count == 0)
        {
            return;
        }

        var from = head?.Size ?? 0;
        var tree = head is null ? new TreeBuilder() : await TreeBuilder.ResumeAsync(new StoredHashReader(transaction.Connection!), from, cancellation);
        await LogTableWriter.AppendAsync(transaction, from, [.. plan.Entries.Select(missing => missing.Bytes)], tree, cancellation);
        var body = plan.Checkpoint.Body;
        if (tree.Size != body.Size || tree.Root() != body.Root)
        {
            // The copy was audited, so the hashes in the database are the wrong ones.
            throw new LogRefusedException(new LogProblem.Damaged("With the entries of the copy, its hashes do not give the root that the log signed."));
        }

        await LogTableWriter.MoveHeadAsync(transaction, head, new LogHead(body.Size, body.Root, plan.Checkpoint), cancellation);
    }

    // A mark that is ahead stays: what lies between is still missing. One that cannot be read stays too: nobody knows whether something is missing.
    private Task MarkAsync(long size, Sha256Hash root) => log.Mark.Read() is MarkReading.Unreadable ? Task.CompletedTask : log.MoveMarkAsync(size, root);
}
