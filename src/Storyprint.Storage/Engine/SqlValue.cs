using System.Text;

namespace Storyprint.Storage.Engine;

/// <summary>A value on its way into a database.</summary>
internal static class SqlValue
{
    /// <summary>The value as a parameter takes it. Half a character, and the NUL that PostgreSQL's text has no room for, become the sign of what cannot be read.</summary>
    public static object From(object? value) => value switch
    {
        null => DBNull.Value,
        Utf8Text text => text.ToString(),
        string text when text.Contains('\0') || text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 => WellFormed(text),
        _ => value,
    };

    private static string WellFormed(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            made.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return made.ToString();
    }
}
