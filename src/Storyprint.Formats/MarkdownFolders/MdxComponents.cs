using System.Text;
using System.Text.RegularExpressions;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Takes the program out of MDX: lines that import and export, expressions in braces that stand alone. Words between the tags of components stay.</summary>
internal static partial class MdxComponents
{
    public static string Apply(string text, ImportWarnings warnings)
    {
        var kept = new StringBuilder(text.Length);
        var fence = string.Empty;
        var inProgram = false;
        foreach (var line in text.Split('\n'))
        {
            var start = line.TrimStart();
            if (fence.Length > 0 || start.StartsWith("```", StringComparison.Ordinal) || start.StartsWith("~~~", StringComparison.Ordinal))
            {
                fence = fence.Length == 0 ? start[..3] : start.StartsWith(fence, StringComparison.Ordinal) ? string.Empty : fence;
                kept.Append(line).Append('\n');
                continue;
            }

            // A statement ends at the next empty line.
            inProgram = (inProgram && start.Length > 0) || Statement().IsMatch(line);
            if (inProgram)
            {
                warnings.Add($"A line of program was left out: {ImportWarnings.Short(line)}");
                continue;
            }

            foreach (Match component in Component().Matches(line))
            {
                warnings.Add($"A component of the old site’s builder was left out; words inside it stand: {ImportWarnings.Long(component.Value)}");
            }

            kept.Append(line).Append('\n');
        }

        return kept.ToString();
    }

    [GeneratedRegex(@"^(?:import\s+(?:[\w*{""'][^;]*\sfrom\s+)?[""'{\w*]|export\s+(?:default|const|let|function|async|\{))")]
    private static partial Regex Statement();

    [GeneratedRegex(@"<[A-Z][\w.]*(?:\s[^<>]*)?/?>")]
    private static partial Regex Component();
}
