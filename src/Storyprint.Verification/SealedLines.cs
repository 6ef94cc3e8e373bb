using Storyprint.Stories.Canonical;

namespace Storyprint.Verification;

/// <summary>The lines of a canonical text: the one place where the check of pages reads tags.</summary>
internal sealed class SealedLines
{
    // Said elsewhere on a page than in the order of the text, or not in words.
    private static readonly HashSet<string> Apart =
    [
        "lang", "section", "label", "byline", "dateline", "correction", "said", "says", "found-by", "picture", "picture-at", "alt", "embed", "title", "topic", "note",
    ];

    private readonly List<(string Tag, string Text)> lines;

    private SealedLines(List<(string Tag, string Text)> lines) => this.lines = lines;

    /// <summary>The texts that a page says one after the other.</summary>
    public IEnumerable<string> InPageOrder => lines.Where(line => !Apart.Contains(line.Tag)).Select(line => line.Text);

    public IReadOnlyList<string> Of(string tag) => [.. lines.Where(line => line.Tag == tag).Select(line => line.Text)];

    /// <summary>Null where the text is of a version whose lines are not known here.</summary>
    public static SealedLines? Read(string text)
    {
        if (text.Split('\n') is not ["storyprint/text/v1" or "storyprint/text/v2", .. var body, ""])
        {
            return null;
        }

        var isMarkedUp = text.StartsWith("storyprint/text/v2", StringComparison.Ordinal);
        var lines = new List<(string, string)>(body.Length);
        foreach (var line in body)
        {
            if (line.IndexOf(": ", StringComparison.Ordinal) is not (> 0 and var colon))
            {
                return null;
            }

            var (tag, words) = (line[..colon], line[(colon + 2)..]);
            lines.Add((tag, isMarkedUp ? Plain(tag, words) : words));
        }

        return new SealedLines(lines);
    }

    // As a page says it: without the signs that part cells and mark superscripts in version 2.
    private static string Plain(string tag, string line) => tag is "row" or "head"
        ? string.Join(' ', CanonicalMarkup.Cells(line).Select(cell => CanonicalMarkup.Read(cell).Plain))
        : CanonicalMarkup.Read(line).Plain;
}
