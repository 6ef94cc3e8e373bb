using System.Globalization;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;
using Storyprint.Text.Differences;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>
/// The lines of a story without its headline, in reading order, as compared by the gate: tables by row with separated cells, lists by item with depth and kind,
/// superscripts and subscripts marked. The separators and marks are noncharacters, which no released text contains.
/// </summary>
internal static class GateLines
{
    /// <summary>The position of a picture or embed; its identity is compared elsewhere.</summary>
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

        // Read in the headline's stead, on paper and where a link is shared. What search engines show is a title like the slug, and asks nothing.
        .Append(new("paper-headline", content.PaperHeadline ?? ""))
        .Append(new("social-headline", content.SocialHeadline ?? ""))
        .Append(new("warning", content.ContentWarning ?? ""))
        .Concat(content.Body.SelectMany(Of))
        .Concat((content.Sources?.Lines ?? []).Select(source => new ComparedParagraph("source", Text(source))))
        .Where(line => line.Text.Length > 0),
    ];

    /// <summary>The kinds of lines in which more than typography can be harmless.</summary>
    public static bool IsRunningText(string tag) => tag is "standfirst" or "text" or "caption" or "alt" or "fact" or "question" or "answer" or "transcript" || IsItem(tag);

    /// <summary>Lines in which every word is somebody's name.</summary>
    public static bool IsNaming(string tag) => tag is "byline" or "dateline" or "speaker" or "credit";

    public static bool IsQuotation(string tag) => tag is "quote" or "pullquote";

    /// <summary>The text in readable form, for an editor.</summary>
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
        Picture picture => Of(picture),
        FactBox box => [new("heading", box.Title), .. box.Lines.Select(line => new ComparedParagraph(line.IsItem ? "item0" : "fact", Text(line.Text)))],
        Gallery gallery => [new("caption", Text(gallery.Caption)), .. gallery.Pictures.SelectMany(Of)],
        MediaFile media =>
        [
            new(Place, media.File?.Hash ?? media.Address ?? ""), new("title", media.Title), new("caption", Text(media.Caption)), new("credit", media.Credit),
            .. media.Transcript.Lines.Select(line => new ComparedParagraph("transcript", Text(line))),
        ],
        DocumentFile document => [new(Place, document.File?.Hash ?? document.Address ?? ""), new("title", document.Title)],
        QuestionAndAnswer pair => [new("question", Text(pair.Question)), .. pair.Answer.Select(text => new ComparedParagraph("answer", Text(text)))],
        RelatedStories related => related.Stories.Select(story => new ComparedParagraph("related", story.Words)),
        CorrectionOf correction => [new("text", correction.Words)],
        Embed embed => [new(Place, MediaLink.HashOf(embed.Address) ?? embed.Address), new("title", embed.Title ?? "")],
        ThematicBreak => [],
        _ => throw new NotSupportedException($"The gate does not know {block.GetType().Name}."),
    };

    private static IEnumerable<ComparedParagraph> Of(Picture picture) =>
        [new(Place, picture.Hash ?? picture.Address ?? ""), new("alt", picture.Alt), new("caption", Text(picture.Caption)), new("credit", picture.Credit)];

    // The beginning of a list is significant: the numbers start again there. So is a number of an item's own.
    private static string Tag(BulletList list, ListItem item, int index) => item.IsNumbered(list)
        ? string.Create(CultureInfo.InvariantCulture, $"step{item.Depth}{(index == 0 ? " first" : "")}{(item.Number is { } number ? $" {number}" : "")}")
        : string.Create(CultureInfo.InvariantCulture, $"item{item.Depth}{(index == 0 ? " first" : "")}");

    private static string Row(IReadOnlyList<RichText> cells) => string.Join(Cell, cells.Select(Text));

    private static string Text(RichText text) => text.Runs.Any(run => IsRaised(run) || IsLowered(run))
        ? string.Concat(text.Runs.Select(run => IsRaised(run) ? $"{Superscript}{run.Text}{Normal}" : IsLowered(run) ? $"{Subscript}{run.Text}{Normal}" : run.Text))
        : text.Plain;

    private static bool IsRaised(TextRun run) => run.Emphasis.HasFlag(Emphasis.Superscript);

    private static bool IsLowered(TextRun run) => run.Emphasis.HasFlag(Emphasis.Subscript);
}
