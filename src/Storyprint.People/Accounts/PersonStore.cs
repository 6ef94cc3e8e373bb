using Microsoft.AspNetCore.Identity;
using Storyprint.People.Keys;
using Storyprint.Storage.Engine;

namespace Storyprint.People.Accounts;

/// <summary>What ASP.NET Core Identity asks of a store, over plain SQL on both engines. Lockout is left out on purpose: see <see cref="SignIn.SignInThrottle"/>.</summary>
internal sealed partial class PersonStore(Database database, SecretBox secrets, TimeProvider clock)
    : IUserPasswordStore<Person>, IUserSecurityStampStore<Person>, IUserTwoFactorStore<Person>, IUserAuthenticatorKeyStore<Person>, IUserTwoFactorRecoveryCodeStore<Person>, IUserPasskeyStore<Person>
{
    public async Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await PersonRows.InsertAsync(connection, user, cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await PersonRows.UpdateAccountAsync(connection, user, cancellationToken);
        return IdentityResult.Success;
    }

    /// <exception cref="NotSupportedException">Always: the record names people for ever.</exception>
    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw new NotSupportedException("A person is disabled, never deleted.");

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) => FirstAsync("p.id = @value", userId, cancellationToken);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FirstAsync("p.normalized_user_name = @value", normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => Done(() => user.UserName = userName ?? string.Empty);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => Done(() => user.NormalizedUserName = normalizedName ?? string.Empty);

    public Task SetPasswordHashAsync(Person user, string? passwordHash, CancellationToken cancellationToken) => Done(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.HasPassword);

    public Task SetSecurityStampAsync(Person user, string stamp, CancellationToken cancellationToken) => Done(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetTwoFactorEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken) => Done(() => user.TwoFactorEnabled = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken) => Done(() => user.AuthenticatorKey = secrets.Seal(key));

    public Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.AuthenticatorKey is { } kept ? secrets.Open(kept) : null);

    public void Dispose()
    {
    }

    private async Task<Person?> FirstAsync(string where, string value, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await PersonRows.FindAsync(connection, where, cancellation, ("@value", value))).FirstOrDefault();
    }

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
