using System.Security.Cryptography;

namespace Storyprint.People.Keys;

/// <summary>A code to be written down, for the day on which the phone is lost.</summary>
public static class RecoveryCode
{
    /// <summary>How many a person gets.</summary>
    public const int Count = 10;

    // Without letters and digits that are taken for one another.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <returns>Two groups of five signs, 49 random bits.</returns>
    public static string Create() => $"{RandomNumberGenerator.GetString(Signs, 5)}-{RandomNumberGenerator.GetString(Signs, 5)}";

    /// <summary>A typed code as it was made: spaces, small letters and a missing hyphen are forgiven.</summary>
    public static string Read(string typed)
    {
        var signs = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return signs.Length == 10 ? $"{signs[..5]}-{signs[5..]}" : signs;
    }
}
