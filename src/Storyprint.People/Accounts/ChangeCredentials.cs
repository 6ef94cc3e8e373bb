using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Storyprint.People.Keys;
using Storyprint.People.Notices;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;

namespace Storyprint.People.Accounts;

/// <summary>Gives a signed-in person another password and authenticator app, or other recovery codes.</summary>
public sealed class ChangeCredentials(Database database, SecretBox secrets, IPasswordHasher<Person> hasher, TimeProvider clock)
{
    /// <summary>Sets password and app together, with new recovery codes. All other sessions of the person end.</summary>
    /// <param name="session">The digest of the session that stays.</param>
    /// <returns>The recovery codes, which are shown once.</returns>
    public async Task<IReadOnlyList<string>> SetPasswordAsync(ReleaseContext by, Person person, Credentials.PasswordAndCode chosen, string session, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        (person.PasswordHash, person.AuthenticatorKey, person.TwoFactorEnabled) = (hasher.HashPassword(person, chosen.Password), secrets.Seal(chosen.AuthenticatorKey), true);
        person.SecurityStamp = Guid.NewGuid().ToString("n");
        await PersonRows.UpdateAccountAsync(connection, person, cancellation);
        await connection.ExecuteAsync("UPDATE person SET totp_step = @step WHERE id = @id", cancellation, ("@step", chosen.Step), ("@id", person.Id));
        await connection.ExecuteAsync("DELETE FROM person_session WHERE person_id = @id AND digest <> @session", cancellation, ("@id", person.Id), ("@session", session));
        var codes = await ReplaceCodesAsync(connection, person.Id, cancellation);
        await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.PasswordChanged, person.UserName, cancellation: cancellation);
        await NoticeTrail.AppendToAsync(transaction, clock, NoticeKind.CredentialsChanged, person.Id, isKnown: true, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        return codes;
    }

    /// <summary>Replaces the recovery codes: those before stop working.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(ReleaseContext by, Person person, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var codes = await ReplaceCodesAsync(connection, person.Id, cancellation);
        await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.RecoveryCodesMade, person.UserName, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        return codes;
    }

    internal static async Task<IReadOnlyList<string>> ReplaceCodesAsync(DbConnection connection, string personId, CancellationToken cancellation)
    {
        List<string> codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Create())];
        await WriteCodesAsync(connection, personId, codes, cancellation);
        return codes;
    }

    /// <summary>Puts the digests of codes in the place of those before, within the caller's transaction.</summary>
    internal static async Task WriteCodesAsync(DbConnection connection, string personId, IEnumerable<string> codes, CancellationToken cancellation)
    {
        await connection.ExecuteAsync("DELETE FROM person_recovery_code WHERE person_id = @id", cancellation, ("@id", personId));
        foreach (var code in codes)
        {
            await connection.ExecuteAsync("INSERT INTO person_recovery_code (person_id, digest) VALUES (@id, @digest)", cancellation, ("@id", personId), ("@digest", RandomToken.Digest(code)));
        }
    }
}
