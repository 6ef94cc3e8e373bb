using Microsoft.AspNetCore.Identity;
using Storyprint.People.Accounts;

namespace Storyprint.People.SignIn;

/// <summary>Which passwords are taken: long ones (NIST SP 800-63B), without rules about kinds of signs.</summary>
public static class PasswordRule
{
    public const int MinLength = 12;

    /// <summary>More cannot be typed, and would cost hashing.</summary>
    public const int MaxLength = 200;

    private static readonly HashSet<string> TooCommon = new(StringComparer.OrdinalIgnoreCase)
    {
        "password1234", "passwordpassword", "123456789012", "1234567890123", "qwertyuiop12", "qwertyuiopas", "administrator", "letmeinletmein", "iloveyou1234", "welcome12345", "changemechangeme", "111111111111", "000000000000", "abcdefghijkl",
    };

    /// <returns>Null for one that is taken, or why it is not.</returns>
    public static PasswordFault? FaultOf(string? password, string userName, string displayName) => password switch
    {
        null or { Length: < MinLength } => PasswordFault.TooShort,
        { Length: > MaxLength } => PasswordFault.TooLong,
        _ when TooCommon.Contains(password) || password.Distinct().Count() < 5 || Holds(password, userName) || Holds(password, displayName) => PasswordFault.Guessable,
        _ => null,
    };

    /// <summary>Identity's hasher, at the number of rounds that OWASP names for PBKDF2 with SHA-512 (2023).</summary>
    internal static void Configure(PasswordHasherOptions options) => options.IterationCount = 210_000;

    private static bool Holds(string password, string name) => name.Trim().Length >= 4 && SignInNames.Fold(password).Contains(SignInNames.Fold(name), StringComparison.Ordinal);
}

/// <summary>Why a password is not taken.</summary>
public enum PasswordFault
{
    TooShort,
    TooLong,
    Guessable,
}
