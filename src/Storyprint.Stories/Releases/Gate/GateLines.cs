using System.Globalization;
using Storyprint.Stories.Body;
using Storyprint.Text.Differences;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>
/// The lines of a story but its headline, in reading order, as the gate compares them: a table row by row with its cells parted, a list item by item with its depth
/// and sort, superscripts and subscripts told apart. The characters that part and tell are none of Unicode's, and no released text holds them.
/// </summary>
internal static class GateLines
{
    /// <summary>Where a picture or embed stands; which one it is, is compared elsewhere.</summary>
    public const string Place = "place";

    private const char Cell = '\uFDD0';
    private const char Superscript = '\uFDD1';
    private const char Normal = '\uFDD2';
    private const char Subscript = '\uFDD3';

    public static IReadOnlyList<ComparedParagraph> Of(StoryContent content) =>
    [
        .. new ComparedParagraph[]
        {
            new("kicker", content.Kicker),
            new("standfirst", content.Standfirst),
        }
        .Concat(content.Bylines.Select(byline => new ComparedParagraph("byline", byline)))
        .Append(new("dateline", content.Dateline))
        .Concat(content.Body.SelectMany(Of))
        .Where(line => line.Text.Length > 0),
    ];

    /// <summary>In which lines more than typography can be harmless.</summary>
    public static bool IsRunningText(string tag) => tag is "standfirst" or "text" or "caption" or "alt" || IsItem(tag);

    /// <summary>Lines of which every word is somebody's name.</summary>
    public static bool IsNaming(string tag) => tag is "byline" or "dateline" or "speaker" or "credit";

    public static bool IsQuotation(string tag) => tag is "quote" or "pullquote";

    /// <summary>The text as an editor can read it.</summary>
    public static string Shown(string text) => text.AsSpan().ContainsAnyInRange(Cell, Subscript)
        ? text.Replace($"{Cell}", " | ", StringComparison.Ordinal).Replace(Superscript, '^').Replace(Subscript, '_').Replace($"{Normal}", "", StringComparison.Ordinal).Trim()
        : text;

    private static bool IsItem(string tag) => tag.StartsWith("item", StringComparison.Ordinal) || tag.StartsWith("step", StringComparison.Ordinal);

    private static IEnumerable<ComparedParagraph> Of(Block block) => block switch
    {
        Paragraph paragraph => [new("text", Text(paragraph.Text))],
        Heading heading => [new("heading", Text(heading.Text))],
        Quotation quotation => [.. quotation.Paragraphs.Select(text => new ComparedParagraph("quote", Text(text))), new("speaker", quotation.Speaker ?? "")],
        PullQuote pull => [new("pullquote", Text(pull.Text)), new("speaker", pull.Speaker ?? "")],
        BulletList list => list.Items.Select((item, index) => new ComparedParagraph(Tag(list, item, index), Text(item.Text))),
        Table table =>
        [
            new("caption", table.Caption ?? ""),
            new("head", Row(table.Header)),
            .. table.Rows.Select(row => new ComparedParagraph("row", Row(row))),
        ],
        Picture picture => [new(Place, picture.Hash ?? picture.Address ?? ""), new("alt", picture.Alt), new("caption", Text(picture.Caption)), new("credit", picture.Credit)],
        Embed embed => [new(Place, embed.Address), new("title", embed.Title ?? "")],
        _ => throw new NotSupportedException($"The gate does not know {block.GetType().Name}."),
    };

    // Where a list begins counts: between two lists the numbers start again.
    private static string Tag(BulletList list, ListItem item, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{(list.Ordered ? "step" : "item")}{item.Depth}{(index == 0 ? " first" : "")}");

    private static string Row(IReadOnlyList<RichText> cells) => string.Join(Cell, cells.Select(Text));

    private static string Text(RichText text) => text.Runs.Any(run => IsRaised(run) || IsLowered(run))
        ? string.Concat(text.Runs.Select(run => IsRaised(run) ? $"{Superscript}{run.Text}{Normal}" : IsLowered(run) ? $"{Subscript}{run.Text}{Normal}" : run.Text))
        : text.Plain;

    private static bool IsRaised(TextRun run) => run.Emphasis.HasFlag(Emphasis.Superscript);

    private static bool IsLowered(TextRun run) => run.Emphasis.HasFlag(Emphasis.Subscript);
}
