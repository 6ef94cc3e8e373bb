using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Storyprint.People.Keys;
using Storyprint.People.Links;
using Storyprint.People.Notices;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.People.Accounts;

/// <summary>Makes an account from a one-time link, or gives an account new credentials: the link is used up in the same transaction, so that of two at once one succeeds.</summary>
public sealed class JoinNewsroom(Database database, SecretBox secrets, IPasswordHasher<Person> hasher, TimeProvider clock)
{
    /// <param name="person">As filled in; role, grants and desks are taken from the link.</param>
    public async Task<JoinOutcome> JoinAsync(string token, OneTimeLink link, Person person, Credentials credentials, string? networkAddress, CancellationToken cancellation = default)
    {
        if (SignInNames.FaultOfUserName(person.UserName) is { } userFault)
        {
            return new JoinOutcome.WrongUserName(userFault);
        }

        if (SignInNames.FaultOfDisplayName(person.DisplayName) is { } displayFault)
        {
            return new JoinOutcome.WrongDisplayName(displayFault);
        }

        person.NormalizedUserName = SignInNames.Fold(person.UserName);
        person.Role = link.Purpose == LinkPurpose.FirstAdministrator ? Role.Administrator : link.Offer!.Role;
        person.Grants = [.. (link.Offer?.Grants ?? []).Select(word => Grant.TryParse(word, out var grant) ? grant : null).OfType<Grant>()];
        person.Desks = link.Offer?.Desks ?? [];
        person.Email = link.Offer?.Email;
        return await UseAsync(token, person, credentials, networkAddress, async (connection, now) =>
        {
            if (await connection.ScalarAsync<long>("SELECT COUNT(*) FROM person WHERE normalized_user_name = @name", cancellation, ("@name", person.NormalizedUserName)) > 0)
            {
                return new JoinOutcome.WrongUserName(NameFault.Taken);
            }

            var row = new Person { Id = person.Id, UserName = person.UserName, DisplayName = person.DisplayName, Language = person.Language, Role = person.Role, CreatedAt = now };
            (row.NormalizedUserName, row.Email, row.Grants, row.Desks) = (person.NormalizedUserName, person.Email, person.Grants, person.Desks);
            await PersonRows.InsertAsync(connection, row, cancellation);
            await PersonRows.WriteDesksAsync(connection, row, cancellation);
            return null;
        }, AuditAct.Joined, cancellation);
    }

    /// <summary>Gives the person of a reset link new credentials. What proved it before does so no more, and its sessions end.</summary>
    public Task<JoinOutcome> ResetAsync(string token, Person person, Credentials credentials, string? networkAddress, CancellationToken cancellation = default) =>
        UseAsync(token, person, credentials, networkAddress, async (connection, _) =>
        {
            foreach (var table in (string[])["person_passkey", "person_recovery_code", "person_session"])
            {
                await connection.ExecuteAsync($"DELETE FROM {table} WHERE person_id = @id", cancellation, ("@id", person.Id));
            }

            (person.PasswordHash, person.TwoFactorEnabled, person.AuthenticatorKey) = (null, false, null);
            return null;
        }, AuditAct.SecondFactorChanged, cancellation);

    private async Task<JoinOutcome> UseAsync(
        string token, Person person, Credentials credentials, string? networkAddress, Func<DbConnection, DateTimeOffset, Task<JoinOutcome?>> prepare, AuditAct act, CancellationToken cancellation)
    {
        var (now, codes) = (clock.GetUtcNow(), (List<string>)[]);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (!await OneTimeLinks.UseAsync(transaction, token, now, cancellation))
        {
            return new JoinOutcome.LinkDoesNotWork();
        }

        if (await prepare(connection, now) is { } refused)
        {
            return refused;
        }

        var method = await WriteAsync(connection, person, credentials, codes, now, cancellation);
        person.SecurityStamp = Guid.NewGuid().ToString("n");
        await PersonRows.UpdateAccountAsync(connection, person, cancellation);
        var by = new ReleaseContext(person.UserName, ReleaseMeans.Newsroom) { PersonId = person.Id, NetworkAddress = networkAddress };
        await AuditTrail.AppendAsync(transaction, clock, by, act, person.UserName, after: $"{person.Role.ToString().ToLowerInvariant()}, {method}", cancellation: cancellation);
        await TellAsync(transaction, token, person, act, cancellation);
        await transaction.CommitAsync(cancellation);
        return new JoinOutcome.Joined(person, codes);
    }

    private async Task TellAsync(DbTransaction transaction, string token, Person person, AuditAct act, CancellationToken cancellation)
    {
        if (act == AuditAct.SecondFactorChanged)
        {
            await NoticeTrail.AppendToAsync(transaction, clock, NoticeKind.CredentialsChanged, person.Id, cancellation: cancellation);
        }
        else if (await transaction.Connection!.ScalarAsync<string>(
            "SELECT p.id FROM person p JOIN one_time_link l ON l.created_by = p.user_name WHERE l.digest = @digest", cancellation, ("@digest", RandomToken.Digest(token))) is { } host)
        {
            await NoticeTrail.AppendToAsync(transaction, clock, NoticeKind.Joined, host, detail: person.DisplayName, cancellation: cancellation);
        }
    }

    private async Task<string> WriteAsync(DbConnection connection, Person person, Credentials credentials, List<string> codes, DateTimeOffset now, CancellationToken cancellation)
    {
        switch (credentials)
        {
            case Credentials.Passkey(var info):
                await PersonStore.InsertPasskeyAsync(connection, person.Id, info, now, cancellation);
                return "passkey";
            case Credentials.PasswordAndCode(var password, var key, var step):
                (person.PasswordHash, person.AuthenticatorKey, person.TwoFactorEnabled) = (hasher.HashPassword(person, password), secrets.Seal(key), true);
                await connection.ExecuteAsync("UPDATE person SET totp_step = @step WHERE id = @id", cancellation, ("@step", step), ("@id", person.Id));
                codes.AddRange(await ChangeCredentials.ReplaceCodesAsync(connection, person.Id, cancellation));
                return "password and authenticator app";
            case Credentials.Provider(var name, var subject):
                await connection.ExecuteAsync("INSERT INTO person_login (provider, subject, person_id) VALUES (@provider, @subject, @id)", cancellation, ("@provider", name), ("@subject", subject), ("@id", person.Id));
                return $"account at {name}";
            default:
                throw new ArgumentOutOfRangeException(nameof(credentials), credentials, null);
        }
    }
}
