using System.Buffers.Text;
using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Storyprint.Storage.Engine;

namespace Storyprint.People.Accounts;

/// <summary>Passkeys.</summary>
internal sealed partial class PersonStore
{
    private const string PasskeyColumns = "credential_id, name, public_key, sign_count, transports, is_user_verified, is_backup_eligible, is_backed_up, attestation_object, client_data_json, created_at";

    public async Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await InsertPasskeyAsync(connection, user.Id, passkey, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Adds a passkey, or brings what an authenticator says of one up to date.</summary>
    internal static Task InsertPasskeyAsync(DbConnection connection, string personId, UserPasskeyInfo passkey, DateTimeOffset now, CancellationToken cancellation) => connection.ExecuteAsync(
            """
            INSERT INTO person_passkey (credential_id, person_id, name, public_key, sign_count, transports, is_user_verified, is_backup_eligible, is_backed_up, attestation_object, client_data_json, created_at)
            VALUES (@credential, @person, @name, @key, @count, @transports, @verified, @eligible, @backed, @attestation, @client, @created)
            ON CONFLICT (credential_id) DO UPDATE SET name = @name, sign_count = @count, is_user_verified = @verified, is_backed_up = @backed, used_at = @used
            """,
            cancellation,
            ("@credential", Base64Url.EncodeToString(passkey.CredentialId)), ("@person", personId), ("@name", passkey.Name ?? string.Empty), ("@key", passkey.PublicKey), ("@count", (long)passkey.SignCount),
            ("@transports", string.Join(' ', passkey.Transports ?? [])), ("@verified", passkey.IsUserVerified), ("@eligible", passkey.IsBackupEligible), ("@backed", passkey.IsBackedUp),
            ("@attestation", passkey.AttestationObject), ("@client", passkey.ClientDataJson), ("@created", passkey.CreatedAt.ToUnixTimeMilliseconds()), ("@used", now.ToUnixTimeMilliseconds()));

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QueryAsync($"SELECT {PasskeyColumns} FROM person_passkey WHERE person_id = @id ORDER BY created_at", ReadPasskey, cancellationToken, ("@id", user.Id));
    }

    public Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        FirstAsync("p.id = (SELECT person_id FROM person_passkey WHERE credential_id = @value)", Base64Url.EncodeToString(credentialId), cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.FirstAsync(
            $"SELECT {PasskeyColumns} FROM person_passkey WHERE person_id = @id AND credential_id = @credential", ReadPasskey, cancellationToken,
            ("@id", user.Id), ("@credential", Base64Url.EncodeToString(credentialId)));
    }

    public async Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "DELETE FROM person_passkey WHERE person_id = @id AND credential_id = @credential", cancellationToken, ("@id", user.Id), ("@credential", Base64Url.EncodeToString(credentialId)));
    }

    private static UserPasskeyInfo ReadPasskey(DbDataReader row) => new(
        Base64Url.DecodeFromChars(row.GetString(0)), row.GetFieldValue<byte[]>(2), row.Instant(10), (uint)row.GetInt64(3), row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.GetBoolean(5), row.GetBoolean(6), row.GetBoolean(7), row.GetFieldValue<byte[]>(8), row.GetFieldValue<byte[]>(9))
    {
        Name = row.GetString(1),
    };
}
