using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Storyprint.People.Accounts;

namespace Storyprint.NewsroomPages.SignIn;

/// <summary>Passkeys: what the browser is asked, and what its answer proves.</summary>
internal sealed class PasskeyFlow(UserManager<Person> users, SignInManager<Person> manager)
{
    private const int MaxJson = 32_000;

    /// <summary>Asks for a passkey of anybody: nobody types a name.</summary>
    public async Task<IResult> RequestOptionsAsync() => Results.Content(await manager.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>Asks the browser to make one.</summary>
    public async Task<IResult> CreationOptionsAsync(string personId, string userName, string displayName) =>
        Results.Content(await manager.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = personId, Name = userName, DisplayName = displayName }), "application/json");

    /// <summary>The person whose passkey answered; null where it proves nothing.</summary>
    public async Task<Person?> AssertAsync(string credential)
    {
        if (!IsJson(credential))
        {
            return null;
        }

        try
        {
            var answer = await manager.PerformPasskeyAssertionAsync(credential);
            if (!answer.Succeeded || answer.User.DisabledAt is not null)
            {
                return null;
            }

            await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey);
            return answer.User;
        }
        catch (Exception fault) when (fault is InvalidOperationException or JsonException)
        {
            // Nothing was asked, or the answer is none.
            return null;
        }
    }

    /// <summary>The passkey that the browser made, with the id of the person it was made for; null where it proves nothing.</summary>
    public async Task<(UserPasskeyInfo Passkey, string PersonId)?> AttestAsync(string credential)
    {
        if (!IsJson(credential))
        {
            return null;
        }

        try
        {
            var answer = await manager.PerformPasskeyAttestationAsync(credential);
            return answer.Succeeded ? (answer.Passkey, answer.UserEntity.Id) : null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or JsonException)
        {
            return null;
        }
    }

    private static bool IsJson(string text) => text.Length is > 2 and < MaxJson && text[0] == '{';
}
