using System.Text;

namespace Storyprint.Storage.Engine;

/// <summary>Converts values for the database.</summary>
internal static class SqlValue
{
    /// <summary>The value of a parameter. Unpaired surrogates and NUL, which PostgreSQL's text cannot hold, become U+FFFD.</summary>
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
