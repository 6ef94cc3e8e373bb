using System.Data.Common;
using System.Runtime.CompilerServices;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;

namespace Storyprint.Storage.Audit;

/// <summary>Reads the newsroom's record.</summary>
public sealed class AuditStore(Database database, TimeProvider clock)
{
    private const string Columns = "number, at, act, actor, person_id, means, network_address, subject, before, after, reason, digest";

    /// <summary>Records an act that changes nothing else in the database.</summary>
    public Task AppendAsync(ReleaseContext by, AuditAct act, string subject, string? before = null, string? after = null, CancellationToken cancellation = default) =>
        AuditTrail.RecordAsync(database, clock, by, act, subject, before, after, cancellation);

    /// <summary>Records an act that comes in many parts, once: not where the same person did it from the same network address to the same subject not long before.</summary>
    public async Task AppendUnlessRecentAsync(ReleaseContext by, AuditAct act, string subject, TimeSpan recent, string? after = null, CancellationToken cancellation = default)
    {
        var search = new AuditSearch { Act = act.Word, Actor = by.Actor, From = clock.GetUtcNow() - recent };
        await foreach (var entry in AllAsync(search, cancellation))
        {
            if (entry.Subject == subject && entry.After == after && entry.PersonId == by.PersonId && entry.NetworkAddress == by.NetworkAddress)
            {
                return;
            }
        }

        await AppendAsync(by, act, subject, after: after, cancellation: cancellation);
    }

    /// <summary>The newest entries that a search finds, the newest first.</summary>
    /// <param name="before">Entries with smaller numbers; null begins with the newest.</param>
    public async Task<IReadOnlyList<AuditEntry>> FindAsync(AuditSearch search, long? before, int take, CancellationToken cancellation = default)
    {
        var (where, parameters) = search.Condition();
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT {Columns} FROM audit_entry WHERE {where} AND number < @below ORDER BY number DESC LIMIT @take", Read, cancellation,
            [.. parameters, ("@below", before ?? long.MaxValue), ("@take", take)]);
    }

    /// <summary>All entries that a search finds, from the first on.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(AuditSearch search, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        const int Batch = 500;
        var (where, parameters) = search.Condition();
        await using var connection = await database.OpenAsync(cancellation);
        for (var last = 0L; ;)
        {
            var entries = await connection.QueryAsync(
                $"SELECT {Columns} FROM audit_entry WHERE {where} AND number > @last ORDER BY number LIMIT {Batch}", Read, cancellation, [.. parameters, ("@last", last)]);
            foreach (var entry in entries)
            {
                yield return entry;
            }

            if (entries.Count < Batch)
            {
                yield break;
            }

            last = entries[^1].Number;
        }
    }

    /// <summary>The head of the chain: how many entries there are, and the last digest.</summary>
    public async Task<(long Number, string Digest)> HeadAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var head = await connection.FirstAsync("SELECT number, digest FROM audit_entry ORDER BY number DESC LIMIT 1", row => new { Number = row.GetInt64(0), Digest = row.GetString(1) }, cancellation);
        return head is null ? (0, AuditChain.Start) : (head.Number, head.Digest);
    }

    /// <summary>The first place where the chain does not hold, in words; null where it holds.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellation = default)
    {
        var (number, digest) = (0L, AuditChain.Start);
        await foreach (var entry in AllAsync(new AuditSearch(), cancellation))
        {
            if (entry.Number != number + 1)
            {
                return $"Entry {number + 1} of the record of acts is missing: entry {entry.Number} follows {number}.";
            }

            if (AuditChain.Digest(digest, entry) != entry.Digest)
            {
                return $"Entry {entry.Number} of the record of acts is not what was recorded.";
            }

            (number, digest) = (entry.Number, entry.Digest);
        }

        return null;
    }

    private static AuditEntry Read(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        At = row.Instant(1),
        Act = row.GetString(2),
        Actor = row.GetString(3),
        PersonId = row.TextOrNull(4),
        Means = (ReleaseMeans)row.GetInt32(5),
        NetworkAddress = row.TextOrNull(6),
        Subject = row.GetString(7),
        Before = row.TextOrNull(8),
        After = row.TextOrNull(9),
        Reason = row.TextOrNull(10),
        Digest = row.GetString(11),
    };
}
