using Storyprint.People.Accounts;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;

namespace Storyprint.People.Notices;

/// <summary>Tells a person what happened to its own account, so that it notices what somebody else did.</summary>
public sealed class AccountNotices(Database database, TimeProvider clock)
{
    /// <summary>Tells of a sign-in in a browser that was not used for the account before; not of the first one ever.</summary>
    /// <param name="device">Browser and system in words.</param>
    public async Task TellNewBrowserAsync(Person person, string device, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (await connection.FirstAsync(
            "SELECT number FROM audit_entry WHERE actor = @name AND act = @act LIMIT 1", row => (long?)row.GetInt64(0), cancellation, ("@name", person.UserName), ("@act", AuditAct.SignIn.Word)) is null)
        {
            return;
        }

        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await NoticeTrail.AppendToAsync(transaction, clock, NoticeKind.NewBrowser, person.Id, detail: device, isKnown: true, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Tells that a passkey was added or removed.</summary>
    public async Task TellCredentialsChangedAsync(Person person, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await NoticeTrail.AppendToAsync(transaction, clock, NoticeKind.CredentialsChanged, person.Id, isKnown: true, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
