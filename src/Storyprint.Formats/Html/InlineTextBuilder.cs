using System.Globalization;
using System.Text;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Collects the runs of one text and collapses white space across them as a browser does.</summary>
internal sealed class InlineTextBuilder
{
    private readonly List<(StringBuilder Text, InlineStyle Style)> runs = [];
    private bool space;

    // The current run, so that its text is collected in one piece.
    private const int RunLength = 512;

    /// <summary>Whether there is no visible text yet.</summary>
    public bool IsEmpty => runs.TrueForAll(run => IsBlank(run.Text.ToString()));

    private bool AtLineStart => runs.Count == 0 || runs[^1].Text[^1] == '\n';

    public void Append(string text, InlineStyle style)
    {
        if (style.Preformatted)
        {
            Put(text.Replace("\r\n", "\n", StringComparison.Ordinal), style);
            return;
        }

        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var end = rest.IndexOfAny(" \t\n\r\f");
            if (end != 0)
            {
                Put(end < 0 ? rest : rest[..end], style);
            }

            space |= end >= 0;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
    }

    public void Break(InlineStyle style)
    {
        space = false;
        if (runs.Count > 0)
        {
            Put("\n", style);
        }
    }

    /// <summary>Adds a line break, except at the beginning or after another.</summary>
    public void SoftBreak(InlineStyle style, bool ignore)
    {
        if (ignore || AtLineStart)
        {
            space = true;
        }
        else
        {
            Break(style);
        }
    }

    /// <summary>Returns the text without white space at its ends, and starts over.</summary>
    public RichText Take()
    {
        var text = Trim([.. runs.Select(run => new TextRun(run.Text.ToString(), run.Style.Emphasis, run.Style.Link))]);
        runs.Clear();
        space = false;
        return text;
    }

    private void Put(ReadOnlySpan<char> words, InlineStyle style)
    {
        // A space between two runs belongs to the outer one; a link should not begin or end with it.
        var begins = string.Empty;
        if (space && !AtLineStart)
        {
            if (runs[^1].Style is { Link: null, Emphasis: Emphasis.None } || Same(runs[^1].Style, style))
            {
                runs[^1].Text.Append(' ');
            }
            else
            {
                begins = " ";
            }
        }

        space = false;
        if (runs.Count == 0 || !Same(runs[^1].Style, style))
        {
            runs.Add((new StringBuilder(begins, RunLength), style));
        }

        runs[^1].Text.Append(words);
    }

    private static bool Same(InlineStyle one, InlineStyle other) => one.Emphasis == other.Emphasis && one.Link == other.Link;

    private static RichText Trim(List<TextRun> runs)
    {
        while (runs.Count > 0 && runs[0].Text.TrimStart() is var start && start.Length < runs[0].Text.Length | start.Length == 0)
        {
            Replace(runs, 0, start);
            if (start.Length > 0)
            {
                break;
            }
        }

        while (runs.Count > 0 && runs[^1].Text.TrimEnd() is var end && end.Length < runs[^1].Text.Length | end.Length == 0)
        {
            Replace(runs, runs.Count - 1, end);
            if (end.Length > 0)
            {
                break;
            }
        }

        return runs.Count == 0 || runs.TrueForAll(run => IsBlank(run.Text)) ? RichText.Empty : new RichText(runs);
    }

    private static void Replace(List<TextRun> runs, int at, string text)
    {
        if (text.Length == 0)
        {
            runs.RemoveAt(at);
        }
        else
        {
            runs[at] = runs[at] with { Text = text };
        }
    }

    // Editors leave zero-width characters in paragraphs that look empty.
    private static bool IsBlank(string text) =>
        text.All(character => char.IsWhiteSpace(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format);
}
