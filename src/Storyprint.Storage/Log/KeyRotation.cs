using System.Data.Common;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;

namespace Storyprint.Storage.Log;

/// <summary>
/// Rotates and revokes keys: an entry of the log and a row of the key list in one transaction. The new key's file is written beside the old one before, and
/// replaces it after; an interrupted rotation is finished at the next start.
/// </summary>
/// <param name="askWitnessClock">The time by a witness's clock, asked before a change. Null where there are no witnesses.</param>
public sealed class KeyRotation(Database database, PublicationLog log, KeyFolder folder, TimeProvider clock, WitnessClock? askWitnessClock = null)
{
    // Ordinals have five bits in a seal.
    private const int Ordinals = Seal.MaxKeyOrdinal + 1;

    /// <summary>Begins to use a new key. What the old one signed stays valid.</summary>
    /// <param name="isLost">The old key's file is gone, so the change is signed by the new key alone.</param>
    /// <param name="by">Who does it; null for the machine's user at the command line.</param>
    /// <param name="seen">The key in use as whoever asks saw it: where it is another by now, nothing is changed. Null where any may be replaced.</param>
    public Task<(VerifierKey? Key, LogProblem? Problem)> RotateAsync(KeyRole role, bool isLost, ReleaseContext? by = null, string? seen = null, CancellationToken cancellation = default) =>
        ChangeAsync(role, KeyChange.Until, isLost, by, seen, cancellation);

    /// <summary>Revokes a compromised key and begins to use a new one: what the old one signed counts only where it is in the log by now.</summary>
    public Task<(VerifierKey? Key, LogProblem? Problem)> RevokeAsync(KeyRole role, ReleaseContext? by = null, string? seen = null, CancellationToken cancellation = default) =>
        ChangeAsync(role, KeyChange.Revoked, isLost: true, by, seen, cancellation);

    private async Task<(VerifierKey? Key, LogProblem? Problem)> ChangeAsync(
        KeyRole role, KeyChange end, bool isLost, ReleaseContext? by, string? seen, CancellationToken cancellation)
    {
        // Before the write lock is taken: nobody waits for a witness.
        var witnessed = askWitnessClock is null ? null : await askWitnessClock(cancellation);

        // From before the new key's file is written until it has its place: no two rotations touch the files at once, on whichever node.
        using var rotating = await folder.LockAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await LogHead.ReadAsync(connection, cancellation) is not { } head)
        {
            return (null, new LogProblem.NotBegun());
        }

        if (await log.CheckAsync(transaction, head, cancellation) is { } wrong)
        {
            return (null, wrong);
        }

        var listed = await KeyStore.ReadAsync(connection, cancellation);
        if (listed.LastOrDefault(key => key.Role == role && key.Status == KeyStatus.Active) is not { } old)
        {
            return (null, new LogProblem.Damaged($"Its key list has no {role.Word} key in use."));
        }

        if (seen is not null && seen != old.Key.ToString())
        {
            return (null, new LogProblem.KeyChangedMeanwhile(role));
        }

        // The last place is kept for a key that falls into wrong hands.
        if (NextOrdinal(role, listed) is var ordinal && ordinal > Ordinals - (end == KeyChange.Revoked || isLost ? 1 : 2))
        {
            return (null, new LogProblem.NoMoreKeys(role, Ordinals));
        }

        // One that was committed and not put in its place is finished, never thrown away: nothing else holds it.
        folder.FinishRotation(role, log.Publisher, old.Key);
        folder.MakeNext(role, log.Publisher);
        using var next = folder.ReadNext(role, log.Publisher);
        var (ring, problem) = Ring(role, next, listed, isLost);
        if (ring is null)
        {
            return (null, problem);
        }

        using (ring)
        {
            var append = new LogAppend(transaction, log.Publisher, ring, head, await TreeBuilder.ResumeAsync(new StoredHashReader(connection), head.Size, cancellation));
            // A compromised key is revoked even if the clock is wrong.
            var now = (await ReleaseTime.ReadAsync(database, connection, append.OldSize, clock, witnessed, cancellation)).At;
            await WriteAsync(connection, append, role, old, next.Verifier, end, now, listed, cancellation);
            await AuditTrail.AppendAsync(
                transaction, clock, by ?? ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), AuditAct.KeyChanged, role.Word, old.Key.ToString(), $"{end.Word}: {next.Verifier}", cancellation);
            await append.WriteAsync(cancellation);
            await log.CommitAsync(transaction, append);
        }

        folder.FinishRotation(role, log.Publisher, next.Verifier);
        if (end == KeyChange.Revoked || isLost)
        {
            folder.ForgetPrevious(role);
        }

        return (next.Verifier, null);
    }

    // A new log key signs together with the old one, so that clients that know only the old one can follow; a new seal key signs nothing here.
    private (KeyRing? Ring, LogProblem? Problem) Ring(KeyRole role, SignerKey next, List<PublishedKey> listed, bool isLost)
    {
        if (role == KeyRole.Seal)
        {
            return folder.TryRead(KeyRole.Log, log.Publisher, out var signer, out var missing)
                ? (new KeyRing(signer, folder.PreviousLogKey(log.Publisher), folder.ReadNext(role, log.Publisher), NextOrdinal(role, listed)), null)
                : (null, missing);
        }

        SignerKey? old = null;
        if (!isLost && !folder.TryRead(KeyRole.Log, log.Publisher, out old, out var problem))
        {
            return (null, problem);
        }

        return (new KeyRing(folder.ReadNext(KeyRole.Log, log.Publisher), old, folder.ReadNext(KeyRole.Log, log.Publisher), 0), null);
    }

    private async Task WriteAsync(
        DbConnection connection, LogAppend append, KeyRole role, PublishedKey old, VerifierKey next, KeyChange end, DateTimeOffset now,
        List<PublishedKey> listed, CancellationToken cancellation)
    {
        var index = append.Add(new KeyEntry { Publisher = log.Publisher, Role = role, Key = old.Key, Change = end, At = now });
        append.Add(new KeyEntry { Publisher = log.Publisher, Role = role, Key = next, Change = KeyChange.From, At = now });
        await connection.ExecuteAsync(
            end == KeyChange.Revoked
                ? "UPDATE log_key SET revoked_at_log_index = @index WHERE role = @role AND ordinal = @ordinal"
                : "UPDATE log_key SET valid_until = @at WHERE role = @role AND ordinal = @ordinal",
            cancellation, ("@index", index), ("@at", now.ToUnixTimeSeconds()), ("@role", role.Word), ("@ordinal", old.Ordinal));
        await connection.ExecuteAsync(
            "INSERT INTO log_key (role, ordinal, vkey, valid_from) VALUES (@role, @ordinal, @vkey, @from)", cancellation,
            ("@role", role.Word), ("@ordinal", NextOrdinal(role, listed)), ("@vkey", next.ToString()), ("@from", now.ToUnixTimeSeconds()));
    }

    private static int NextOrdinal(KeyRole role, List<PublishedKey> listed) => listed.Where(key => key.Role == role).Max(key => key.Ordinal) + 1;
}
