namespace Storyprint.People.Sessions;

/// <summary>How somebody signed in, in the words of RFC 8176 where it has one.</summary>
public static class SignInMethod
{
    public const string Passkey = "hwk";
    public const string PasswordAndCode = "mfa";
    public const string RecoveryCode = "recovery";
    public const string Provider = "oidc";
    public const string Demonstration = "demo";
}
