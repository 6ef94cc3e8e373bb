using System.Data.Common;
using Storyprint.People.Links;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.People.Accounts;

/// <summary>Lists people and changes what they are in the newsroom.</summary>
public sealed class PersonDirectory(Database database, TimeProvider clock)
{
    /// <summary>Everybody, by their names.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var people = await PersonRows.FindAsync(connection, "TRUE", cancellation);
        return [.. people.OrderBy(person => person.DisabledAt is not null).ThenBy(person => person.DisplayName, StringComparer.CurrentCulture)];
    }

    public async Task<Person?> FindAsync(string id, CancellationToken cancellation = default) => await FirstAsync("p.id = @value", id, cancellation);

    /// <summary>The person of a name to sign in with, however it is written.</summary>
    public async Task<Person?> FindByNameAsync(string userName, CancellationToken cancellation = default) => await FirstAsync("p.normalized_user_name = @value", SignInNames.Fold(userName), cancellation);

    /// <summary>The person of an account at an OpenID Connect provider.</summary>
    public async Task<Person?> FindByLoginAsync(string provider, string subject, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await PersonRows.FindAsync(
            connection, "p.id = (SELECT person_id FROM person_login WHERE provider = @provider AND subject = @subject)", cancellation, ("@provider", provider), ("@subject", subject))).FirstOrDefault();
    }

    /// <summary>Whether anybody can administer the newsroom.</summary>
    public async Task<bool> HasAdministratorAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await CountAdministratorsAsync(connection, cancellation) > 0;
    }

    /// <summary>Adds a person who can prove nothing, for a demonstration; does nothing where the name is taken.</summary>
    public async Task AddWithoutCredentialsAsync(Person person, CancellationToken cancellation = default)
    {
        person.NormalizedUserName = SignInNames.Fold(person.UserName);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await connection.ScalarAsync<long>("SELECT COUNT(*) FROM person WHERE normalized_user_name = @name", cancellation, ("@name", person.NormalizedUserName)) == 0)
        {
            await PersonRows.InsertAsync(connection, person, cancellation);
            await AuditTrail.AppendAsync(
                transaction, clock, ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine, "demonstration"), AuditAct.Joined, person.UserName, after: person.Role.ToString().ToLowerInvariant(), cancellation: cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    /// <summary>Whether anybody at all has an account by which to sign in: not the people of a demonstration.</summary>
    public async Task<bool> HasCredentialsOfAdministratorAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long>(
            """
            SELECT COUNT(*) FROM person p WHERE p.role = @role AND p.disabled_at IS NULL AND (p.password_hash IS NOT NULL
                OR EXISTS (SELECT 1 FROM person_passkey k WHERE k.person_id = p.id) OR EXISTS (SELECT 1 FROM person_login l WHERE l.person_id = p.id))
            """,
            cancellation, ("@role", (int)Role.Administrator)) > 0;
    }

    /// <summary>Changes a person's name, mail, language, role, grants or desks, and records what it was and is.</summary>
    public Task<ChangeOutcome> ChangeAsync(ReleaseContext by, Permissions permissions, string id, PersonChange change, CancellationToken cancellation = default)
    {
        if (SignInNames.FaultOfDisplayName(change.DisplayName) is { } fault)
        {
            return Task.FromResult<ChangeOutcome>(new ChangeOutcome.WrongName(fault));
        }

        return ChangeAsync(by, permissions, id, AuditAct.PersonChanged, person =>
        {
            (person.DisplayName, person.Email, person.Language) = (change.DisplayName.Trim(), string.IsNullOrWhiteSpace(change.Email) ? null : change.Email.Trim(), change.Language);
            (person.Role, person.Grants, person.Desks) = (change.Role, change.Grants, change.Desks);
        }, cancellation);
    }

    /// <summary>Lets a person sign in no more and ends its sessions, or lets it sign in again.</summary>
    public Task<ChangeOutcome> SetDisabledAsync(ReleaseContext by, Permissions permissions, string id, bool isDisabled, CancellationToken cancellation = default) => ChangeAsync(
        by, permissions, id, isDisabled ? AuditAct.PersonDisabled : AuditAct.PersonEnabled, person => person.DisabledAt = isDisabled ? clock.GetUtcNow() : null, cancellation);

    private async Task<ChangeOutcome> ChangeAsync(ReleaseContext by, Permissions permissions, string id, AuditAct act, Action<Person> change, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if ((await PersonRows.FindAsync(connection, "p.id = @id", cancellation, ("@id", id))).FirstOrDefault() is not { } person)
        {
            return new ChangeOutcome.NoSuchPerson();
        }

        var (before, rights) = (Describe(person), person.Permissions);
        change(person);
        if (!permissions.Covers(rights) || !permissions.Covers(person.Permissions))
        {
            return new ChangeOutcome.NotAllowed();
        }

        await PersonRows.UpdatePlaceAsync(connection, person, cancellation);
        if (await CountAdministratorsAsync(connection, cancellation) == 0)
        {
            return new ChangeOutcome.LastAdministrator();
        }

        if (person.DisabledAt is not null)
        {
            await connection.ExecuteAsync("DELETE FROM person_session WHERE person_id = @id", cancellation, ("@id", id));
        }

        // A link for lost credentials was given to the person it was, not to one who may do more.
        if (!rights.Covers(person.Permissions))
        {
            await OneTimeLinks.RevokeResetsAsync(transaction, id, clock.GetUtcNow(), cancellation);
        }

        await AuditTrail.AppendAsync(transaction, clock, by, act, person.UserName, before, Describe(person), cancellation);
        await transaction.CommitAsync(cancellation);
        return new ChangeOutcome.Changed(person);
    }

    private static Task<long> CountAdministratorsAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.ScalarAsync<long>("SELECT COUNT(*) FROM person WHERE role = @role AND disabled_at IS NULL", cancellation, ("@role", (int)Role.Administrator));

    private async Task<Person?> FirstAsync(string where, string value, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await PersonRows.FindAsync(connection, where, cancellation, ("@value", value))).FirstOrDefault();
    }

    private static string Describe(Person person) => string.Join(
        "; ", (IEnumerable<string>)[person.DisplayName, person.Email ?? "no mail", person.Language, person.Role.ToString().ToLowerInvariant(), .. person.Grants.Select(grant => grant.Word), .. person.Desks.Select(desk => $"desk:{desk}")]);
}
