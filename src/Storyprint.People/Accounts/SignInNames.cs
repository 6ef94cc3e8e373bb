using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Storyprint.Stories.Canonical;

namespace Storyprint.People.Accounts;

/// <summary>Names of people: which are taken, and when two are the same to the eye.</summary>
public sealed class SignInNames : ILookupNormalizer
{
    /// <summary>The most characters of a name to sign in with, and of a name that is shown.</summary>
    public const int MaxLength = 64;

    // Letters of other scripts that look like Latin ones: the most usual of Unicode's confusables (UTS 39).
    private static readonly Dictionary<char, char> LookAlikes = new()
    {
        ['а'] = 'a',
        ['в'] = 'b',
        ['с'] = 'c',
        ['ԁ'] = 'd',
        ['е'] = 'e',
        ['һ'] = 'h',
        ['і'] = 'i',
        ['ј'] = 'j',
        ['к'] = 'k',
        ['м'] = 'm',
        ['н'] = 'h',
        ['о'] = 'o',
        ['р'] = 'p',
        ['ԛ'] = 'q',
        ['ѕ'] = 's',
        ['т'] = 't',
        ['у'] = 'y',
        ['ԝ'] = 'w',
        ['х'] = 'x',
        ['α'] = 'a',
        ['β'] = 'b',
        ['ε'] = 'e',
        ['η'] = 'n',
        ['ι'] = 'i',
        ['κ'] = 'k',
        ['ν'] = 'v',
        ['ο'] = 'o',
        ['ρ'] = 'p',
        ['τ'] = 't',
        ['υ'] = 'u',
        ['χ'] = 'x',
        ['ı'] = 'i',
        ['ي'] = 'ی',
        ['ى'] = 'ی',
        ['ك'] = 'ک',
        ['0'] = 'o',
        ['1'] = 'l',
    };

    /// <summary>Why a name to sign in with cannot be taken; null where it can.</summary>
    public static NameFault? FaultOfUserName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return NameFault.Empty;
        }

        return name.Length > MaxLength ? NameFault.TooLong
            : !name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) ? NameFault.Signs
            : MixesScripts(name) ? NameFault.MixedScripts
            : null;
    }

    /// <summary>Why a name cannot be shown, of a person, a guest or a desk; null where it can.</summary>
    public static NameFault? FaultOfDisplayName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return NameFault.Empty;
        }

        return name.Length > MaxLength ? NameFault.TooLong
            : InvisibleInStory.Repair(name) != name || name.EnumerateRunes().Any(IsNoSignOfNames) ? NameFault.Signs
            : name.Split([' ', '-', '\u200C', '\'', '’', '.'], StringSplitOptions.RemoveEmptyEntries).Any(MixesScripts) ? NameFault.MixedScripts
            : null;
    }

    /// <summary>What two names have in common that look the same.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                folded.Append(LookAlikes.GetValueOrDefault(c, c));
            }
        }

        return folded.ToString();
    }

    public string? NormalizeName(string? name) => name is null ? null : Fold(name);

    public string? NormalizeEmail(string? email) => email?.Trim().ToLowerInvariant();

    // Joiners stand within words of Persian and of India's scripts; all other invisible signs turn words round or hide in them.
    private static bool IsNoSignOfNames(Rune sign) => sign.Value is '<' or '>' || (sign.Value is not ('\u200C' or '\u200D') && Rune.GetUnicodeCategory(sign)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);

    // Latin, Greek and Cyrillic are those in which one word can pass for another.
    private static bool MixesScripts(string word) => word.Where(char.IsLetter).Select(ScriptOf).Distinct().Count() > 1;

    private static int ScriptOf(char c) => c switch
    {
        < '\u0370' or (>= '\u1E00' and <= '\u1EFF') => 1,
        <= '\u03FF' => 2,
        <= '\u052F' => 3,
        <= '\u058F' => 4,
        <= '\u05FF' => 5,
        <= '\u08FF' => 6,
        _ => 7,
    };
}

/// <summary>What is wrong with a name.</summary>
public enum NameFault
{
    Empty,
    TooLong,

    /// <summary>It holds signs that names do not have, or invisible ones.</summary>
    Signs,

    /// <summary>A word of it has letters of several scripts, which passes for another.</summary>
    MixedScripts,

    /// <summary>Somebody has it, or one that looks the same.</summary>
    Taken,
}
