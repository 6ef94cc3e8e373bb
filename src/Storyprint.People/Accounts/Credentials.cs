using Microsoft.AspNetCore.Identity;

namespace Storyprint.People.Accounts;

/// <summary>What a person proves itself with.</summary>
public abstract record Credentials
{
    private Credentials()
    {
    }

    public sealed record Passkey(UserPasskeyInfo Info) : Credentials;

    /// <param name="Password">In the clear; it is hashed before it is kept.</param>
    /// <param name="AuthenticatorKey">The secret of the authenticator app, base32.</param>
    /// <param name="Step">The 30-second step of the code that proved the app.</param>
    public sealed record PasswordAndCode(string Password, string AuthenticatorKey, long Step) : Credentials;

    /// <summary>An account at the publication's OpenID Connect provider.</summary>
    public sealed record Provider(string Name, string Subject) : Credentials;
}
