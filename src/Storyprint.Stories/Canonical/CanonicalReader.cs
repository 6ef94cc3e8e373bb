using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Stories.Canonical;

/// <summary>
/// Reads the lines of a canonical text back into blocks, in one pass. Where several contents have the same lines, it takes the plainest; who calls it makes
/// sure that the content has the same lines again.
/// </summary>
internal sealed class CanonicalReader
{
    private readonly List<(string Tag, string Text)> lines;
    private int at;

    private CanonicalReader(List<(string Tag, string Text)> lines) => this.lines = lines;

    private string? Tag => at < lines.Count ? lines[at].Tag : null;

    /// <summary>The content, or null where the text has no such form.</summary>
    public static StoryContent? Read(string text, DateTimeOffset notesAt)
    {
        if (text.Split('\n') is not [CanonicalText.Version, .. var body, ""])
        {
            return null;
        }

        var lines = new List<(string Tag, string Text)>(body.Length);
        foreach (var line in body)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 1 || colon + 2 == line.Length)
            {
                return null;
            }

            lines.Add((line[..colon], line[(colon + 2)..]));
        }

        return new CanonicalReader(lines).Story(notesAt);
    }

    private StoryContent? Story(DateTimeOffset notesAt)
    {
        var story = new StoryContent
        {
            Language = Take("lang") ?? string.Empty,
            Kicker = Take("kicker") ?? string.Empty,
            Headline = Take("headline") ?? string.Empty,
            Standfirst = Take("standfirst") ?? string.Empty,
            Bylines = All("byline"),
            Dateline = Take("dateline") ?? string.Empty,
        };
        var blocks = new List<Block>();
        while (NextBlock() is { } block)
        {
            blocks.Add(block);
        }

        story = story with { Body = blocks, Corrections = [.. All("correction").Select(note => new CorrectionNote(note, notesAt))] };
        return at == lines.Count ? story : null;
    }

    private Block? NextBlock() => Tag switch
    {
        "text" => new Paragraph(RichText.From(Take("text")!)),
        "heading" => new Heading(2, RichText.From(Take("heading")!)),
        "quote" or "quoted" => new Quotation([.. All("quote").Select(RichText.From)], Take("quoted")),
        "item" => new BulletList(Ordered: false, [.. All("item").Select(item => new ListItem(0, RichText.From(item)))]),
        "row" => Rows(null),
        "caption" when Follows("row") => Rows(Take("caption")),
        "picture" => Figure(new Picture { Hash = Take("picture") }),
        "embed" when Follows("caption") || Follows("credit") => Figure(new Picture { Address = Take("embed") }),
        "embed" => new Embed(Take("embed")!, null),
        "caption" or "credit" => Figure(new Picture()),
        _ => null,
    };

    private Picture Figure(Picture picture) => picture with
    {
        Caption = Take("caption") is { } caption ? RichText.From(caption) : RichText.Empty,
        Credit = Take("credit") ?? string.Empty,
    };

    private Table Rows(string? caption) => new([], [.. All("row").Select(Cells)], caption);

    // A bar between spaces parts two cells. A cell that itself holds one comes back as two, and gives the same line.
    private static List<RichText> Cells(string row)
    {
        var cells = new List<List<string>> { new() };
        foreach (var word in row.Split(' '))
        {
            if (word == "|")
            {
                cells.Add([]);
            }
            else
            {
                cells[^1].Add(word);
            }
        }

        return [.. cells.Select(words => words.Count == 0 ? RichText.Empty : RichText.From(string.Join(' ', words)))];
    }

    private bool Follows(string tag) => at + 1 < lines.Count && lines[at + 1].Tag == tag;

    private string? Take(string tag) => Tag == tag ? lines[at++].Text : null;

    private List<string> All(string tag)
    {
        var taken = new List<string>();
        while (Take(tag) is { } text)
        {
            taken.Add(text);
        }

        return taken;
    }
}
