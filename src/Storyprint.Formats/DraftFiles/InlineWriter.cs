using System.Globalization;
using System.Text;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.DraftFiles;

/// <summary>Writes a text with emphasis and links as Markdown.</summary>
/// <param name="isGuarded">
/// Whether everything but letters is written so that it cannot be taken for anything else, for texts that would be misread in the signs that people prefer.
/// </param>
internal sealed class InlineWriter(RichText text, InlinePlace place, bool isGuarded)
{
    private static readonly (Emphasis Mark, string Tag, string Sign)[] Marks =
    [
        (Emphasis.Strong, "strong", "**"), (Emphasis.Italic, "em", "*"), (Emphasis.Superscript, "sup", ""), (Emphasis.Subscript, "sub", ""),
    ];

    private readonly IReadOnlyList<TextRun> runs = text.Runs;
    private readonly WordEscapes words = new(text.Plain, place, isGuarded);
    private readonly string plain = text.Plain;
    private readonly int[] starts = Starts(text);
    private readonly StringBuilder written = new();

    public static string Write(RichText text, InlinePlace place, bool isGuarded)
    {
        var writer = new InlineWriter(text, place, isGuarded);
        writer.Spans(0, writer.runs.Count, Emphasis.None, isLinked: false);
        return writer.written.ToString();
    }

    private static int[] Starts(RichText text)
    {
        var (starts, at) = (new int[text.Runs.Count + 1], 0);
        for (var index = 0; index < text.Runs.Count; index++)
        {
            starts[index + 1] = at += text.Runs[index].Text.Length;
        }

        return starts;
    }

    // Of the marks that begin here, the one that reaches furthest is the outermost.
    private void Spans(int from, int to, Emphasis done, bool isLinked)
    {
        for (var at = from; at < to;)
        {
            var run = runs[at];
            var (end, mark) = (isLinked || run.Link is null ? at : Reach(at, to, other => other.Link == run.Link), -1);
            for (var index = 0; index < Marks.Length; index++)
            {
                var flag = Marks[index].Mark;
                if ((run.Emphasis & ~done & flag) != 0 && Reach(at, to, other => (other.Emphasis & flag) != 0) is var reach && reach > end)
                {
                    (end, mark) = (reach, index);
                }
            }

            if (mark >= 0)
            {
                Marked(at, end, mark, done, isLinked);
            }
            else if (end > at)
            {
                // An exclamation mark before it would make it a picture.
                written.Insert(written.Length - (written is [.., '!'] ? 1 : 0), written is [.., '!'] ? "\\" : string.Empty).Append('[');
                Spans(at, end, done, isLinked: true);
                written.Append("](").Append(words.Address(run.Link!.Value.Address)).Append(')');
            }
            else
            {
                Run(at);
                end = at + 1;
            }

            at = end;
        }
    }

    private int Reach(int from, int to, Func<TextRun, bool> holds)
    {
        var end = from + 1;
        while (end < to && holds(runs[end]))
        {
            end++;
        }

        return end;
    }

    private void Marked(int from, int to, int mark, Emphasis done, bool isLinked)
    {
        var (flag, tag, sign) = Marks[mark];
        var usesSign = sign.Length > 0 && !isGuarded && CanBeSign(starts[from], starts[to]);
        written.Append(usesSign ? sign : $"<{tag}>");
        Spans(from, to, done | flag, isLinked);
        written.Append(usesSign ? sign : $"</{tag}>");
    }

    // CommonMark 6.2: what is left-flanking, and right-flanking.
    private bool CanBeSign(int from, int to)
    {
        return to > from && Flanks(plain[from], from == 0 ? ' ' : plain[from - 1]) && Flanks(plain[to - 1], to == plain.Length ? ' ' : plain[to]);
        static bool Flanks(char inside, char outside) => !char.IsWhiteSpace(inside) && (!IsPunctuation(inside) || char.IsWhiteSpace(outside) || IsPunctuation(outside));
    }

    private static bool IsPunctuation(char character) => char.IsPunctuation(character) || char.IsSymbol(character);

    private void Run(int at)
    {
        var run = runs[at];
        if ((run.Emphasis & Emphasis.Code) == 0)
        {
            words.Write(written, starts[at], starts[at + 1]);
        }
        else if (isGuarded || run.Text.Contains('\n', StringComparison.Ordinal) || (place.IsCell && run.Text.Contains('|', StringComparison.Ordinal)))
        {
            written.Append("<code>");
            words.Write(written, starts[at], starts[at + 1]);
            written.Append("</code>");
        }
        else
        {
            var fence = new string('`', Longest(run.Text) + 1);
            var padding = run.Text[0] is '`' or ' ' || run.Text[^1] is '`' or ' ' ? " " : string.Empty;
            written.Append(CultureInfo.InvariantCulture, $"{fence}{padding}{run.Text}{padding}{fence}");
        }
    }

    private static int Longest(string code) => code.Split(code.Where(character => character != '`').Distinct().ToArray()).Max(ticks => ticks.Length);
}
