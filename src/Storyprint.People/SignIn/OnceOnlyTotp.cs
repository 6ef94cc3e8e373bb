using Microsoft.AspNetCore.Identity;
using Storyprint.People.Accounts;
using Storyprint.Storage.Engine;

namespace Storyprint.People.SignIn;

/// <summary>The second factor of an authenticator app, each code for one time only: the last step accepted is stored by compare-and-swap.</summary>
internal sealed class OnceOnlyTotp(Database database, TimeProvider clock) : IUserTwoFactorTokenProvider<Person>
{
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Person> manager, Person user) => Task.FromResult(user.HasSecondFactor);

    public Task<string> GenerateAsync(string purpose, UserManager<Person> manager, Person user) => Task.FromResult(string.Empty);

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key || Totp.StepOf(key, token, clock.GetUtcNow()) is not { } step)
        {
            return false;
        }

        await using var connection = await database.OpenAsync();
        return await connection.ExecuteAsync(
            "UPDATE person SET totp_step = @step WHERE id = @id AND totp_step < @step", CancellationToken.None, ("@step", step), ("@id", user.Id)) == 1;
    }
}
