namespace Storyprint.Formats.Html;

/// <summary>Takes out control characters, which no text means and XML and HTML forbid.</summary>
internal static class CleanText
{
    public static string Of(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && !text.Any(IsUnwanted)
            ? text
            : string.Concat(text.Where(character => !IsUnwanted(character)));

    public static bool IsUnwanted(char character) =>
        character is (< ' ' and not '\t' and not '\n' and not '\r') or '\u007F' or '\uFFFE' or '\uFFFF';
}
