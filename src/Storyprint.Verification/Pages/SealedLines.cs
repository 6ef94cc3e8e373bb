using Storyprint.Stories.Canonical;

namespace Storyprint.Verification.Pages;

/// <summary>The lines of a canonical text: the one place where the check of pages reads tags.</summary>
internal sealed class SealedLines
{
    // Said elsewhere on a page than in the order of the text, or not in words.
    private static readonly HashSet<string> Apart =
    [
        "lang", "section", "label", "byline", "dateline", "correction", "said", "says", "found-by", "picture", "picture-at", "alt", "embed", "title", "topic", "note",
        "search-headline", "social-headline", "paper-headline", "gallery-picture", "gallery-picture-at", "audio", "audio-at", "video", "video-at", "poster", "document", "document-at",
        "made", "picture-made", "media-made",
    ];

    private static readonly HashSet<string> Files = ["audio", "video", "document"];

    /// <summary>The tags of what is said of how something was made.</summary>
    public static IReadOnlyCollection<string> Made { get; } = ["picture-made", "media-made", "made"];

    private readonly List<(string Tag, string Text)> lines;
    private readonly Dictionary<string, IReadOnlyList<string>> cells;

    private SealedLines(bool isFirstVersion, List<(string Tag, string Text)> lines, Dictionary<string, IReadOnlyList<string>> cells) =>
        (IsFirstVersion, this.lines, this.cells) = (isFirstVersion, lines, cells);

    /// <summary>Whether section, topics, notes of updates, alternative texts and the parts of corrections are not sealed.</summary>
    public bool IsFirstVersion { get; }

    /// <summary>Every line, in the order of the text.</summary>
    public IReadOnlyList<(string Tag, string Text)> All => lines;

    /// <summary>The texts that a page says one after the other.</summary>
    /// <param name="isPrint">Whether it is a page for paper, which may have a headline of its own.</param>
    public IEnumerable<string> InPageOrder(bool isPrint) =>
        lines.Where(line => IsInPageOrder(line.Tag)).Select(line => isPrint && line.Tag == "headline" ? PaperHeadline : line.Text);

    /// <summary>Whether lines of this tag are said by the page one after the other.</summary>
    public static bool IsInPageOrder(string tag) => !Apart.Contains(tag);

    public IReadOnlyList<string> Of(string tag) => [.. lines.Where(line => line.Tag == tag).Select(line => line.Text)];

    /// <summary>Empty where a text has none.</summary>
    public string Headline => lines.Find(line => line.Tag == "headline").Text ?? string.Empty;

    /// <summary>The headline on paper.</summary>
    public string PaperHeadline => lines.Find(line => line.Tag == "paper-headline").Text ?? Headline;

    /// <summary>The hashes of the pictures that a page shows, in their order.</summary>
    public IEnumerable<string> Pictures => lines.Where(line => line.Tag is "picture" or "gallery-picture").Select(line => line.Text);

    /// <summary>The hashes of the sounds, films and documents that a page offers, in their order.</summary>
    public IEnumerable<string> Offered => lines.Where(line => Files.Contains(line.Tag)).Select(line => line.Text);

    /// <summary>Every file that the text names by its hash.</summary>
    public IEnumerable<string> AllFiles => [.. Pictures, .. Of("poster"), .. Offered];

    /// <summary>The codes of the stories that lines lead to, in their order.</summary>
    public IEnumerable<string> StoryLinks => lines.Where(line => line.Tag.StartsWith("related-", StringComparison.Ordinal) || line.Tag.StartsWith("corrects-", StringComparison.Ordinal)).Select(line => line.Tag.Split('-')[1]);

    /// <summary>The numbers of items that do not bear the next one, as pages give them (<c>value</c>).</summary>
    public IEnumerable<string> ItemNumbers => lines.Where(line => line.Tag.StartsWith("number-", StringComparison.Ordinal)).Select(line => line.Tag.Split('-')).Where(parts => parts.Length == 3).Select(parts => parts[2]);

    /// <summary>The cells of a row.</summary>
    public IReadOnlyList<string> CellsOf(string row) => cells.GetValueOrDefault(row) ?? [];

    /// <summary>Null where the text is of a version whose lines are not known here.</summary>
    public static SealedLines? Read(string text)
    {
        if (text.Split('\n') is not ["storyprint/text/v1" or "storyprint/text/v2", .. var body, ""])
        {
            return null;
        }

        var isMarkedUp = text.StartsWith("storyprint/text/v2", StringComparison.Ordinal);
        var lines = new List<(string, string)>(body.Length);
        var cells = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var line in body)
        {
            if (line.IndexOf(": ", StringComparison.Ordinal) is not (> 0 and var colon))
            {
                return null;
            }

            var (tag, words) = (line[..colon], line[(colon + 2)..]);
            var said = words;
            if (tag is "row" or "head")
            {
                IReadOnlyList<string> parts = isMarkedUp ? [.. CanonicalMarkup.Cells(words).Select(cell => CanonicalMarkup.Read(cell).Plain)] : words.Split(" | ");
                said = isMarkedUp ? string.Join(' ', parts) : words;
                cells[said] = parts;
            }
            else if (isMarkedUp)
            {
                // As a page says it: without the signs that mark superscripts in version 2.
                said = CanonicalMarkup.Read(words).Plain;
            }

            lines.Add((tag, said));
        }

        return new SealedLines(!isMarkedUp, lines, cells);
    }
}
