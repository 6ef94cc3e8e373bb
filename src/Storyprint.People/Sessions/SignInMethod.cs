namespace Storyprint.People.Sessions;

/// <summary>How somebody signed in; the words stand in the record.</summary>
public static class SignInMethod
{
    public const string Passkey = "passkey";
    public const string PasswordAndCode = "password-and-code";
    public const string RecoveryCode = "recovery-code";
    public const string Provider = "provider";
    public const string Demonstration = "demonstration";
}
