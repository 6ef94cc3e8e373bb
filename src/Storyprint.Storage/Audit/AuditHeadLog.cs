using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;

namespace Storyprint.Storage.Audit;

/// <summary>Puts the head of the newsroom's record into the public log, at most once a day: from then on not even an administrator can rewrite what was recorded before.</summary>
/// <param name="askWitnessClock">The time by a witness's clock. Null where there are no witnesses.</param>
public sealed class AuditHeadLog(Database database, PublicationLog log, TimeProvider clock, WitnessClock? askWitnessClock = null)
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(20);

    /// <returns>Whether an entry was made; or why none could be made.</returns>
    public async Task<(bool IsLogged, LogProblem? Problem)> RunAsync(CancellationToken cancellation = default)
    {
        var witnessed = askWitnessClock is null ? null : await askWitnessClock(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var head = await connection.FirstAsync(
            "SELECT number, digest FROM audit_entry ORDER BY number DESC LIMIT 1", row => new { Number = row.GetInt64(0), Digest = row.GetString(1) }, cancellation);
        var now = clock.GetUtcNow();
        if (head is null || await LastAsync("record") == head.Number || (await LastAsync("record day") is { } at && now - DateTimeOffset.FromUnixTimeSeconds(at) < Often && now >= DateTimeOffset.FromUnixTimeSeconds(at)))
        {
            return (false, null);
        }

        try
        {
            // Without those who would be asked outside: the next release asks them, and this waits for the next night.
            var append = await log.BeginAsync(transaction, cancellation);
            var time = await ReleaseTime.ReadAsync(database, connection, append.OldSize, clock, witnessed, cancellation);
            append.Add(new RecordEntry { Publisher = log.Publisher, Number = head.Number, Digest = new Sha256Hash(Convert.FromHexString(head.Digest)), At = time.At });
            await KeepAsync("record", head.Number);
            await KeepAsync("record day", now.ToUnixTimeSeconds());
            await append.WriteAsync(cancellation);
            await log.CommitAsync(transaction, append);
            return (true, null);
        }
        catch (LogRefusedException refused)
        {
            return (false, refused.Problem);
        }

        Task<long?> LastAsync(string name) => connection.ScalarAsync<long?>("SELECT last_value FROM id_allocator WHERE name = @name", cancellation, ("@name", name));

        Task KeepAsync(string name, long value) => connection.ExecuteAsync(
            "INSERT INTO id_allocator (name, last_value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET last_value = @value", cancellation, ("@name", name), ("@value", value));
    }
}
