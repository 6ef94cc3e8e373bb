using System.Data.Common;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Log;

/// <summary>The public key list in the database; each change of it is also an entry of the log.</summary>
public sealed class KeyStore(Database database, PublisherName publisher)
{
    /// <exception cref="InvalidDataException">The stored rows contradict each other.</exception>
    public async Task<KeyList> ListAsync(CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Keys);
        await using var connection = await database.OpenAsync(cancellation);
        return KeyList.TryCreate(publisher, await ReadAsync(connection, cancellation), out var list, out var reason)
            ? list
            : throw new InvalidDataException($"The key list in the database contradicts itself: {reason}");
    }

    internal static Task<List<PublishedKey>> ReadAsync(DbConnection connection, CancellationToken cancellation) => connection.QueryAsync(
        "SELECT role, ordinal, vkey, valid_from, valid_until, revoked_at_log_index FROM log_key ORDER BY valid_from, role, ordinal", Read, cancellation);

    private static PublishedKey Read(DbDataReader row) => new()
    {
        Role = KeyRole.TryParseWord(row.GetString(0), out var role) ? role : throw new InvalidDataException($"'{row.GetString(0)}' is not a role of a key."),
        Ordinal = row.GetInt32(1),
        Key = VerifierKey.TryParse(row.GetString(2), out var key, out var reason) ? key : throw new InvalidDataException(reason),
        From = DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(3)),
        Until = row.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(4)),
        RevokedAtIndex = row.IsDBNull(5) ? null : row.GetInt64(5),
    };
}
