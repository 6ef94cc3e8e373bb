using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Storyprint.People.Accounts;
using Storyprint.People.Keys;

namespace Storyprint.People.SignIn;

/// <summary>Recognises a browser that has signed in as a name before, by a cookie of its own: it is let try while strangers who guess at that name have to wait.</summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("known-browser");

    /// <summary>A cookie's value for a browser that has signed in.</summary>
    public string Create(string userName) => protector.Protect($"{SignInNames.Fold(userName)}\n{RandomToken.Create()}");

    /// <summary>What the browser is recognised by; null for another name, or a value that is not ours.</summary>
    public string? Read(string? cookie, string userName)
    {
        try
        {
            return cookie is not null && protector.Unprotect(cookie).Split('\n') is [var name, var id] && name == SignInNames.Fold(userName) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
