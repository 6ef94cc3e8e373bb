using System.Text;

namespace Storyprint.Extraction.Pdf;

/// <summary>Writes lines below each other; a web address that was broken to fit its column is one again.</summary>
internal static class AddressLines
{
    private const string Breaks = "/-._?&=#";

    public static string Joined(IReadOnlyList<string> lines)
    {
        var (text, isAddress) = (new StringBuilder(), false);
        foreach (var line in lines)
        {
            var goesOn = isAddress && !line.Contains(' ', StringComparison.Ordinal) && line.Length > 0 && (Breaks.Contains(line[0], StringComparison.Ordinal) || Breaks.Contains(text[^1], StringComparison.Ordinal));
            text.Append(text.Length == 0 || goesOn ? "" : "\n").Append(line);
            isAddress = goesOn || (line.StartsWith("http", StringComparison.OrdinalIgnoreCase) && line.Contains("://", StringComparison.Ordinal) && !line.Contains(' ', StringComparison.Ordinal));
        }

        return text.ToString();
    }
}
