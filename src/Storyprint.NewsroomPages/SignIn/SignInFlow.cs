using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.People.Accounts;
using Storyprint.People.Notices;
using Storyprint.People.Sessions;
using Storyprint.People.SignIn;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.SignIn;

/// <summary>Signs people in: counts attempts, makes the session, and records both.</summary>
internal sealed class SignInFlow(
    UserManager<Person> users, SignInManager<Person> manager, SignInThrottle throttle, FailedSignIns failures, KnownBrowsers browsers, AuditStore audit, AccountNotices notices, NewsroomOrigin origin, IPasswordHasher<Person> hasher, TimeProvider clock)
{
    private static readonly TimeSpan BrowserLifetime = TimeSpan.FromDays(365);

    // So that a name nobody has takes as long as one with a wrong password.
    private static string? nobodysHash;

    private string BrowserCookie => origin.IsSecure ? "__Host-storyprint-browser" : "storyprint-browser";

    /// <summary>Takes name and password; the second factor is asked for next.</summary>
    public async Task<SignInOutcome> PasswordAsync(HttpContext context, string userName, string password)
    {
        if (await BeginAsync(context, userName) is { } wait)
        {
            return new SignInOutcome.Wait(wait);
        }

        var person = await users.FindByNameAsync(userName);
        if (person is null || person.DisabledAt is not null || !person.HasPassword)
        {
            var nobody = person ?? new Person { UserName = userName, DisplayName = userName, Language = "en", Role = Role.Reporter };
            hasher.VerifyHashedPassword(nobody, nobodysHash ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString()), password);
            return await WrongAsync(context, userName, "password");
        }

        if (!await users.CheckPasswordAsync(person, password))
        {
            return await WrongAsync(context, userName, "password");
        }

        // No account has a password and no second factor; whoever is here comes to the second step, and is not signed in before it.
        await throttle.UndoAsync(userName, Address(context), Browser(context, userName), context.RequestAborted);
        await manager.PasswordSignInAsync(person, password, isPersistent: true, lockoutOnFailure: false);
        return new SignInOutcome.NeedsCode();
    }

    /// <summary>Takes the code of the authenticator app, or a recovery code.</summary>
    public async Task<SignInOutcome> CodeAsync(HttpContext context, string code, bool isRecoveryCode)
    {
        if (await manager.GetTwoFactorAuthenticationUserAsync() is not { DisabledAt: null } person)
        {
            return new SignInOutcome.StartAgain();
        }

        if (await BeginAsync(context, person.UserName) is { } wait)
        {
            return new SignInOutcome.Wait(wait);
        }

        var isRight = isRecoveryCode
            ? (await users.RedeemTwoFactorRecoveryCodeAsync(person, code)).Succeeded
            : await users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, code);
        if (!isRight)
        {
            return await WrongAsync(context, person.UserName, isRecoveryCode ? "recovery code" : "code");
        }

        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await SignInAsync(context, person, isRecoveryCode ? SignInMethod.RecoveryCode : SignInMethod.PasswordAndCode);
        return new SignInOutcome.SignedIn(person);
    }

    /// <summary>Whether a password is a signed-in person's own, for a page that asks again who it is.</summary>
    public async Task<SignInOutcome> ConfirmAsync(HttpContext context, Person person, string password)
    {
        if (await BeginAsync(context, person.UserName) is { } wait)
        {
            return new SignInOutcome.Wait(wait);
        }

        if (!person.HasPassword || !await users.CheckPasswordAsync(person, password))
        {
            return await WrongAsync(context, person.UserName, "password, asked again");
        }

        await throttle.SucceededAsync(person.UserName, Address(context), Browser(context, person.UserName), context.RequestAborted);
        return new SignInOutcome.SignedIn(person);
    }

    /// <summary>Makes the session of a person who has proved who it is.</summary>
    public async Task SignInAsync(HttpContext context, Person person, string method)
    {
        await manager.SignInWithClaimsAsync(person, new AuthenticationProperties { IsPersistent = true }, [new Claim("amr", method)]);
        await throttle.SucceededAsync(person.UserName, Address(context), Browser(context, person.UserName), context.RequestAborted);
        if (Browser(context, person.UserName) is null && method != SignInMethod.Demonstration)
        {
            await notices.TellNewBrowserAsync(person, DeviceName.From(context.Request.Headers.UserAgent.ToString()), context.RequestAborted);
        }

        context.Response.Cookies.Append(BrowserCookie, browsers.Create(person.UserName), new CookieOptions
        {
            HttpOnly = true,
            Secure = origin.IsSecure,
            SameSite = SameSiteMode.Lax,
            Path = origin.IsSecure ? "/" : origin.BasePath,
            MaxAge = BrowserLifetime,
            IsEssential = true,
        });
        await audit.AppendAsync(By(context, person.UserName, person.Id), AuditAct.SignIn, person.UserName, after: method, cancellation: context.RequestAborted);
    }

    public async Task SignOutAsync(HttpContext context, Person person)
    {
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        await audit.AppendAsync(By(context, person.UserName, person.Id), AuditAct.SignOut, person.UserName, cancellation: context.RequestAborted);
    }

    /// <summary>Records that somebody was not signed in.</summary>
    public async Task<SignInOutcome> WrongAsync(HttpContext context, string userName, string with)
    {
        await failures.RecordAsync(userName, with, Address(context), context.RequestAborted);
        return new SignInOutcome.Wrong();
    }

    /// <summary>Counts a passkey that proved nothing, slows whoever goes on, and records it. A right one never comes here.</summary>
    /// <param name="userName">Whose it should have been; empty for anybody's.</param>
    public async Task<SignInOutcome> WrongPasskeyAsync(HttpContext context, string userName, string with) =>
        await BeginAsync(context, userName) is { } wait ? new SignInOutcome.Wait(wait) : await WrongAsync(context, userName, with);

    private Task<TimeSpan?> BeginAsync(HttpContext context, string userName) => throttle.BeginAsync(userName, Address(context), Browser(context, userName), context.RequestAborted);

    private string? Browser(HttpContext context, string userName) => browsers.Read(context.Request.Cookies[BrowserCookie], userName);

    private static string? Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    private static ReleaseContext By(HttpContext context, string actor, string? person) => new(actor, ReleaseMeans.Newsroom) { PersonId = person, NetworkAddress = Address(context) };

    /// <summary>A wait in words: seconds below a minute, else minutes.</summary>
    public string Words(TimeSpan wait) => wait.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalMinutes):0} min, {clock.GetUtcNow() + wait:HH:mm} UTC");
}
