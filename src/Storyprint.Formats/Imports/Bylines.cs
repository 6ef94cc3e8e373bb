using System.Text.RegularExpressions;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.Imports;

/// <summary>The names of authors as readers may see them. A login or an e-mail address is what a system knows somebody by: neither is ever sealed as a byline.</summary>
internal static partial class Bylines
{
    /// <summary>The names without addresses, each once.</summary>
    /// <param name="warnings">Is told of an author who has no other name.</param>
    public static IReadOnlyList<string> From(IEnumerable<string> authors, ImportWarnings warnings)
    {
        var names = new List<string>();
        foreach (var author in authors.Where(author => !string.IsNullOrWhiteSpace(author)))
        {
            var name = Name(author, warnings);
            if (name.Length > 0 && !names.Contains(name))
            {
                names.Add(name);
            }
            else if (name.Length == 0)
            {
                warnings.Add($"Its author is known only by an e-mail address (“{ImportWarnings.Short(author)}”), which is never a byline. Add the name.");
            }
        }

        return names;
    }

    /// <summary>Tells that an author is known only by the name he signs in with.</summary>
    public static void NoteLogin(string login, ImportWarnings warnings) =>
        warnings.Add($"Its author is known only by a login (“{ImportWarnings.Short(login)}”), which is never a byline. Add the name, or export the authors too.");

    /// <summary>Whether words hold an e-mail address.</summary>
    public static bool HasEmail(string words) => words.Contains('@', StringComparison.Ordinal) && Email().IsMatch(words);

    /// <summary>Whether it can only be a name: logins have neither spaces nor letters beyond ASCII.</summary>
    public static bool IsName(string words) => words.Any(character => char.IsWhiteSpace(character) || character > '\u007F') && words.Any(char.IsLetter) && !HasEmail(words);

    // "Ann Lee <ann@x.example>", and "ann@x.example (Ann Lee)" as feeds write it.
    private static string Name(string author, ImportWarnings warnings)
    {
        if (!HasEmail(author))
        {
            return HtmlPlainText.OneLine(author, warnings, "the byline");
        }

        var rest = HtmlPlainText.Fold(Email().Replace(author, " "));
        rest = rest.Replace("mailto:", string.Empty, StringComparison.OrdinalIgnoreCase).Trim(' ', '<', '>', '(', ')', '[', ']', '"', ',', ';', '|', '-', '–', '—');
        return rest.Any(char.IsLetter) ? HtmlPlainText.OneLine(rest, warnings, "the byline") : string.Empty;
    }

    [GeneratedRegex(@"(?:<\s*)?(?:mailto:)?[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*(?:\s*>)?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Email();
}
