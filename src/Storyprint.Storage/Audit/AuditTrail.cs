using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;

namespace Storyprint.Storage.Audit;

/// <summary>Appends to the newsroom's record, in the transaction of the act itself: what was done is recorded, and what is recorded was done.</summary>
public static class AuditTrail
{
    private const int MaxLength = 4_000;

    /// <summary>Records an act that changes nothing else in the database.</summary>
    public static async Task RecordAsync(
        Database database, TimeProvider clock, ReleaseContext by, AuditAct act, string subject, string? before = null, string? after = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await AppendAsync(transaction, clock, by, act, subject, before, after, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <param name="transaction">One that holds the write lock (<see cref="Database.BeginWriteAsync"/>), so that no other entry comes between.</param>
    /// <param name="subject">What the act was done to. Never the words of a story.</param>
    public static async Task AppendAsync(
        DbTransaction transaction, TimeProvider clock, ReleaseContext by, AuditAct act, string subject, string? before = null, string? after = null, CancellationToken cancellation = default)
    {
        var connection = transaction.Connection!;
        var last = await connection.FirstAsync(
            "SELECT number, digest, at FROM audit_entry ORDER BY number DESC LIMIT 1", row => new { Number = row.GetInt64(0), Digest = row.GetString(1), At = row.Instant(2) }, cancellation);

        // The order of the entries is the order of the acts, whatever a clock says.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var entry = new AuditEntry
        {
            Number = (last?.Number ?? 0) + 1,
            At = last is not null && last.At > now ? last.At : now,
            Act = act.Word,
            Actor = Stored(by.Actor)!,
            PersonId = by.PersonId,
            Means = by.Means,
            NetworkAddress = Stored(by.NetworkAddress),
            Subject = Stored(subject)!,
            Before = Stored(before),
            After = Stored(after),
            Reason = Stored(by.Reason),
            Digest = string.Empty,
        };
        await connection.ExecuteAsync(
            """
            INSERT INTO audit_entry (number, at, act, actor, person_id, means, network_address, subject, before, after, reason, digest)
            VALUES (@number, @at, @act, @actor, @person, @means, @address, @subject, @before, @after, @reason, @digest)
            """,
            cancellation,
            ("@number", entry.Number), ("@at", entry.At.ToUnixTimeMilliseconds()), ("@act", entry.Act), ("@actor", entry.Actor), ("@person", entry.PersonId), ("@means", (int)entry.Means),
            ("@address", entry.NetworkAddress), ("@subject", entry.Subject), ("@before", entry.Before), ("@after", entry.After), ("@reason", entry.Reason),
            ("@digest", AuditChain.Digest(last?.Digest ?? AuditChain.Start, entry)));
    }

    // As the database will hold it, so that the digest can be made again from what is read.
    private static string? Stored(string? text) => text is null ? null : SqlValue.From(text.Length <= MaxLength ? text : text[..MaxLength]) as string;
}
