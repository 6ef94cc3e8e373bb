using System.Data.Common;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;

namespace Storyprint.Storage.Recovery;

/// <summary>
/// The key list during a recovery: it follows the log's entries, and recreates seals with the key that was in use at each. Ed25519 is deterministic, so printed
/// marks stay valid.
/// </summary>
internal sealed class RecoveredKeys(DbConnection connection, PublisherName publisher, KeyFolder folder) : IDisposable
{
    private readonly IReadOnlyList<SignerKey> signers = folder.AllOf(KeyRole.Seal, publisher);
    private List<PublishedKey>? listed;

    public async Task TakeAsync(long index, KeyEntry entry, CancellationToken cancellation)
    {
        if (entry.Change == KeyChange.From)
        {
            // Numbered as by a rotation, so that the ordinals are those in the seals.
            await connection.ExecuteAsync(
                """
                INSERT INTO log_key (role, ordinal, vkey, valid_from)
                SELECT @role, COALESCE(MAX(ordinal), -1) + 1, @vkey, @from FROM log_key WHERE role = @role
                """,
                cancellation, ("@role", entry.Role.Word), ("@vkey", entry.Key.ToString()), ("@from", entry.At.ToUnixTimeSeconds()));
        }
        else
        {
            await connection.ExecuteAsync(
                entry.Change == KeyChange.Revoked
                    ? "UPDATE log_key SET revoked_at_log_index = @index WHERE role = @role AND vkey = @vkey"
                    : "UPDATE log_key SET valid_until = @at WHERE role = @role AND vkey = @vkey",
                cancellation, ("@index", index), ("@at", entry.At.ToUnixTimeSeconds()), ("@role", entry.Role.Word), ("@vkey", entry.Key.ToString()));
        }

        listed = null;
    }

    /// <summary>The seal of a revision, or null where the private key of that time is missing.</summary>
    public async Task<byte[]?> SealAsync(RevisionEntry entry, TextDigest digest, CancellationToken cancellation)
    {
        listed ??= await KeyStore.ReadAsync(connection, cancellation);
        return listed.LastOrDefault(key => key.Role == KeyRole.Seal && key.Status == KeyStatus.Active) is { } active
            && signers.FirstOrDefault(key => key.Verifier.Equals(active.Key)) is { } signer
            ? Seal.Sign(signer, active.Ordinal, entry.Revision, entry.PublishedAt, digest.Prefix).ToBytes()
            : null;
    }

    public void Dispose()
    {
        foreach (var signer in signers)
        {
            signer.Dispose();
        }
    }
}
