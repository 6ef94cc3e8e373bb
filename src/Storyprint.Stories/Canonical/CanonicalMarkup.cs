using System.Text;
using Storyprint.Stories.Body;

namespace Storyprint.Stories.Canonical;

/// <summary>
/// The markup of canonical text v2: superscripts are between <c>^{</c> and <c>}</c>, subscripts between <c>_{</c> and <c>}</c>, and cells are separated by
/// <c>|</c>. A <c>\</c> escapes <c>\</c>, <c>{</c>, <c>}</c> and <c>|</c> in the text itself.
/// </summary>
public static class CanonicalMarkup
{
    private const Emphasis Levels = Emphasis.Superscript | Emphasis.Subscript;
    private const string Signs = "\\{}|";

    /// <summary>A line of plain words.</summary>
    public static string Write(string text) => CanonicalLine.Normalize(Escape(text));

    /// <summary>A line of words with superscripts and subscripts.</summary>
    public static string Write(RichText text)
    {
        if (text.Runs.All(run => (run.Emphasis & Levels) == 0))
        {
            return Write(text.Plain);
        }

        // A space has no level of its own: it takes that of the words on both sides where they agree, so that no line depends on where a run ends.
        var line = new StringBuilder();
        var level = Emphasis.None;
        var spaces = string.Empty;
        foreach (var run in text.Runs)
        {
            foreach (var character in run.Text.Where(character => !CanonicalLine.IsDropped(character)))
            {
                if (CanonicalLine.IsSpace(character))
                {
                    spaces = " ";
                    continue;
                }

                var next = run.Emphasis & Levels;
                line.Append(next == level ? spaces : Closing(level) + spaces + Opening(next)).Append(Escape(character.ToString()));
                (level, spaces) = (next, string.Empty);
            }
        }

        return CanonicalLine.Normalize(line.Append(Closing(level)).ToString());
    }

    /// <summary>Parses a line of words; the caller makes sure that the result gives the same line again.</summary>
    public static RichText Read(string line)
    {
        var runs = new List<TextRun>();
        var words = new StringBuilder();
        var levels = new Stack<Emphasis>([Emphasis.None]);
        void Enter(Emphasis? level)
        {
            if (words.Length > 0)
            {
                runs.Add(new TextRun(words.ToString(), levels.Peek()));
                words.Clear();
            }

            if (level is { } deeper)
            {
                levels.Push(levels.Peek() | deeper);
            }
        }

        for (var index = 0; index < line.Length; index++)
        {
            switch (line[index])
            {
                case '\\' when index + 1 < line.Length:
                    words.Append(line[++index]);
                    break;
                case '^' or '_' when index + 1 < line.Length && line[index + 1] == '{':
                    Enter(line[index++] == '^' ? Emphasis.Superscript : Emphasis.Subscript);
                    break;
                case '}' when levels.Count > 1:
                    Enter(null);
                    levels.Pop();
                    break;
                default:
                    words.Append(line[index]);
                    break;
            }
        }

        Enter(null);
        return new RichText(runs);
    }

    /// <summary>A line or row for people: <c>10⁶</c>, and <c>e^x</c> where Unicode has no such letter.</summary>
    public static string Shown(string line) => line.AsSpan().ContainsAny(Signs)
        ? string.Concat(Read(line).Runs.Select(run => run.Emphasis == Emphasis.None ? run.Text : Raised(run.Text, run.Emphasis)))
        : line;

    /// <summary>The cells of a row, each as a line of words.</summary>
    public static IReadOnlyList<string> Cells(string row)
    {
        var cells = new List<string>();
        var from = 0;
        for (var index = 0; index < row.Length; index++)
        {
            if (row[index] == '\\')
            {
                index++;
            }
            else if (row[index] == '|')
            {
                cells.Add(row[from..index].Trim(' '));
                from = index + 1;
            }
        }

        return [.. cells, row[from..].Trim(' ')];
    }

    private static string Escape(string text) => text.AsSpan().ContainsAny(Signs)
        ? string.Concat(text.Select(character => Signs.Contains(character, StringComparison.Ordinal) ? $"\\{character}" : $"{character}"))
        : text;

    private static string Raised(string text, Emphasis level)
    {
        var signs = level == Emphasis.Superscript ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : level == Emphasis.Subscript ? "₀₁₂₃₄₅₆₇₈₉" : string.Empty;
        return signs.Length > 0 && text.All(char.IsAsciiDigit)
            ? string.Concat(text.Select(digit => signs[digit - '0']))
            : (level.HasFlag(Emphasis.Superscript) ? "^" : "_") + text;
    }

    private static string Opening(Emphasis level) => level switch
    {
        Emphasis.Superscript => "^{",
        Emphasis.Subscript => "_{",
        Levels => "^{_{",
        _ => string.Empty,
    };

    private static string Closing(Emphasis level) => level switch
    {
        Emphasis.None => string.Empty,
        Levels => "}}",
        _ => "}",
    };
}
