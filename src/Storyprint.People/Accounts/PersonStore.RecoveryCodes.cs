using Storyprint.People.Keys;
using Storyprint.Storage.Engine;

namespace Storyprint.People.Accounts;

/// <summary>Recovery codes: kept as digests, each good for one time.</summary>
internal sealed partial class PersonStore
{
    public async Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(connection, cancellationToken);
        await ChangeCredentials.WriteCodesAsync(connection, user.Id, recoveryCodes, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        // One statement: of two at once, one finds the row.
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "DELETE FROM person_recovery_code WHERE person_id = @id AND digest = @digest", cancellationToken, ("@id", user.Id), ("@digest", RandomToken.Digest(RecoveryCode.Read(code)))) == 1;
    }

    public async Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (int)await connection.ScalarAsync<long>("SELECT COUNT(*) FROM person_recovery_code WHERE person_id = @id", cancellationToken, ("@id", user.Id));
    }
}
