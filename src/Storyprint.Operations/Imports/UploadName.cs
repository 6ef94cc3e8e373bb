using System.Globalization;
using System.Text;

namespace Storyprint.Operations.Imports;

/// <summary>The name of a file that somebody brings. It is kept, since archives know items by the names of their files, and so it must be one that can do no harm.</summary>
public static class UploadName
{
    /// <summary>As many bytes as every file system takes, with room for what an unfinished file has behind its name.</summary>
    public const int MaxBytes = 200;

    private const string Forbidden = "/\\:*?\"<>|";

    /// <returns>The name in its composed form; null where it cannot be one.</returns>
    public static string? Read(string? given)
    {
        if (given is null || given.Length is 0 or > MaxBytes || !IsText(given))
        {
            return null;
        }

        var name = given.Normalize(NormalizationForm.FormC).Trim();
        return name.Length > 0 && name[0] != '.' && name[^1] != '.' && !name.Any(IsForbidden) && Encoding.UTF8.GetByteCount(name) <= MaxBytes ? name : null;
    }

    private static bool IsText(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !char.IsSurrogatePair(text, at++))
            {
                return false;
            }
        }

        return true;
    }

    // Letters that turn the reading round would show another name than the one there is.
    private static bool IsForbidden(char letter) =>
        Forbidden.Contains(letter, StringComparison.Ordinal) || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || letter is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
