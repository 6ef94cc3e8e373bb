using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.People.Accounts;

/// <summary>What an OpenID Connect provider says of somebody.</summary>
/// <param name="Subject">The provider's <c>sub</c>, the only thing that identifies a person.</param>
/// <param name="Role">What the provider's claims make of the person; null for nothing.</param>
public sealed record ProviderIdentity(string Provider, string Subject, string Name, string? Email, Role? Role);

/// <summary>Accounts of people who sign in by a provider.</summary>
public sealed class ProviderAccounts(Database database, PersonDirectory people, TimeProvider clock)
{
    /// <summary>The person of an identity; made at the first sign-in where the provider decides on roles, and brought to the role that it says now.</summary>
    /// <param name="decidesRoles">Whether the provider decides who is what; where not, an administrator invites first.</param>
    /// <returns>Null for somebody who has no account and gets none, or whose account is disabled.</returns>
    public async Task<Person?> FindOrCreateAsync(ProviderIdentity identity, bool decidesRoles, string language, string? networkAddress, CancellationToken cancellation = default)
    {
        var person = await people.FindByLoginAsync(identity.Provider, identity.Subject, cancellation);
        if (person is { DisabledAt: not null } || (decidesRoles && identity.Role is null))
        {
            return null;
        }

        if (person is null)
        {
            return decidesRoles ? await CreateAsync(identity, identity.Role!.Value, language, networkAddress, cancellation) : null;
        }

        if (decidesRoles && person.Role != identity.Role)
        {
            var outcome = await people.ChangeAsync(
                new ReleaseContext($"provider {identity.Provider}", ReleaseMeans.Newsroom) { NetworkAddress = networkAddress }, Permissions.Of(Role.Administrator), person.Id,
                new PersonChange { DisplayName = person.DisplayName, Email = person.Email, Language = person.Language, Role = identity.Role!.Value, Grants = person.Grants, Desks = person.Desks }, cancellation);

            // The last administrator stays one, whatever the provider says, so that somebody can mend the mapping.
            return outcome is ChangeOutcome.Changed(var changed) ? changed : person;
        }

        return person;
    }

    private async Task<Person> CreateAsync(ProviderIdentity identity, Role role, string language, string? networkAddress, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var name = SignInNames.FaultOfDisplayName(identity.Name) is null ? identity.Name.Trim() : "New colleague";
        var userName = await FreeNameAsync(identity, cancellation);
        var person = new Person { UserName = userName, NormalizedUserName = SignInNames.Fold(userName), DisplayName = name, Email = identity.Email, Language = language, Role = role, CreatedAt = clock.GetUtcNow() };
        await PersonRows.InsertAsync(connection, person, cancellation);
        await connection.ExecuteAsync(
            "INSERT INTO person_login (provider, subject, person_id) VALUES (@provider, @subject, @id)", cancellation, ("@provider", identity.Provider), ("@subject", identity.Subject), ("@id", person.Id));
        await AuditTrail.AppendAsync(
            transaction, clock, new ReleaseContext(userName, ReleaseMeans.Newsroom) { PersonId = person.Id, NetworkAddress = networkAddress }, AuditAct.Joined, userName,
            after: $"{role.ToString().ToLowerInvariant()}, account at {identity.Provider}", cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        return person;
    }

    private async Task<string> FreeNameAsync(ProviderIdentity identity, CancellationToken cancellation)
    {
        var wished = identity.Email is { } mail && SignInNames.FaultOfUserName(mail) is null ? mail : $"{identity.Provider}-{identity.Subject}";
        var plain = string.Concat(wished.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@'));
        plain = plain[..Math.Min(plain.Length, SignInNames.MaxLength - 4)];
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? plain : $"{plain}-{number}";
            if (await people.FindByNameAsync(name, cancellation) is null)
            {
                return name;
            }
        }
    }
}
