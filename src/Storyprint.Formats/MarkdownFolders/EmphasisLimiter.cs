using System.Buffers;
using System.Text;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Keeps marks of emphasis as characters in a paragraph that has more of them than anybody writes: to pair them takes a time that grows with the square of their number.</summary>
internal static class EmphasisLimiter
{
    /// <summary>A table of a thousand rows has fewer.</summary>
    public const int MaxRuns = 5000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("*_~^=+");

    public static string Apply(string text, ImportWarnings warnings)
    {
        if (text.Length <= MaxRuns)
        {
            return text;
        }

        var limited = new StringBuilder(text.Length);
        var paragraph = new List<string>();
        var runs = 0;
        foreach (var line in text.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line) || BulletLength(line) > 0)
            {
                Flush();
            }

            paragraph.Add(line);
            runs += Runs(line);
        }

        Flush();
        return limited.ToString(0, limited.Length - 1);

        void Flush()
        {
            if (runs > MaxRuns)
            {
                warnings.Add($"A paragraph has more than {MaxRuns:N0} marks of emphasis; they stand as they were typed.");
            }

            foreach (var line in paragraph)
            {
                limited.Append(runs > MaxRuns ? AsTyped(line) : line).Append('\n');
            }

            paragraph.Clear();
            runs = 0;
        }
    }

    private static int Runs(string line)
    {
        var (runs, at) = (0, 0);
        for (int next; (next = line.AsSpan(at).IndexOfAny(Marks)) >= 0; runs++)
        {
            at += next;
            at += line.AsSpan(at).IndexOfAnyExcept(line[at]) is var length && length > 0 ? length : line.Length - at;
        }

        return runs;
    }

    // As HTML writes them, which are the same characters in a link and in HTML too.
    private static string AsTyped(string line)
    {
        var typed = new StringBuilder(line, 0, BulletLength(line), line.Length * 3);
        foreach (var character in line.AsSpan(BulletLength(line)))
        {
            _ = Marks.Contains(character) ? typed.Append("&#").Append((int)character).Append(';') : typed.Append(character);
        }

        return typed.ToString();
    }

    // A point of a list begins a paragraph of its own.
    private static int BulletLength(string line)
    {
        var at = line.Length - line.TrimStart().Length;
        return at + 1 < line.Length && line[at] is '*' or '-' or '+' && line[at + 1] is ' ' or '\t' ? at + 2 : 0;
    }
}
