using System.Globalization;
using Storyprint.Stories.Body;

namespace Storyprint.Stories.Canonical;

/// <summary>
/// The lines of canonical text v2: everything that readers see as words, with superscripts and subscripts, cells, depths and kinds of lists, texts of pictures,
/// section, label, topics, sources and the release's note. What a text does not have leaves no line, so that a tag which came later changed no older text.
/// </summary>
internal static class CanonicalLinesV2
{
    private const string Bulleted = "item";
    private const string Numbered = "number";

    /// <summary>Before the code of the other story: where the link leads is part of what the line says.</summary>
    public const string Related = "related-";

    /// <inheritdoc cref="Related"/>
    public const string Corrects = "corrects-";

    public static IEnumerable<(string Tag, string Line)> Of(StoryContent content, string? note) =>
    [
        Line("lang", content.Language),
        Line("section", content.Section),
        ("label", content.Label is { } label ? CodeNames.Of(label) : string.Empty),
        Line("kicker", content.Kicker),
        Line("headline", content.Headline),
        Line("search-headline", content.SearchHeadline),
        Line("social-headline", content.SocialHeadline),
        Line("paper-headline", content.PaperHeadline),
        Line("standfirst", content.Standfirst),
        .. content.Bylines.Select(byline => Line("byline", byline)),
        Line("dateline", content.Dateline),
        Line("warning", content.ContentWarning),
        .. content.Body.SelectMany(Of),
        .. (content.Sources?.Lines ?? []).Select(source => Line("source", source)),
        Made("made", content.Made),
        .. content.Topics.Select(topic => Line("topic", topic)),
        Line("note", note),
        .. content.Corrections.SelectMany(correction => ((string, string)[])
        [
            Line("correction", correction.Text), Line("said", correction.Said), Line("says", correction.Says), Line("found-by", correction.FoundBy),
        ]),
    ];

    public static IEnumerable<(string Tag, string Line)> Of(Block block) => block switch
    {
        Paragraph paragraph => [Line("text", paragraph.Text)],
        Heading heading => [Line("heading", heading.Text)],
        Quotation quotation => [.. quotation.Paragraphs.Select(text => Line("quote", text)), Line("quoted", quotation.Speaker)],
        PullQuote pull => [Line("quote", pull.Text), Line("quoted", pull.Speaker)],
        BulletList list => list.Items.Select(item => Line(Tag(item, item.IsNumbered(list)), item.Text)),
        Table table => [Line("table", table.Caption), ("head", Row(table.Header)), .. table.Rows.Select(row => ("row", Row(row)))],
        Picture picture => Of(picture, "picture"),
        FactBox box => [Line("facts", box.Title), .. box.Lines.Select(line => Line(line.IsItem ? "fact-item" : "fact", line.Text))],
        Gallery gallery => [Line("gallery", gallery.Caption), .. gallery.Pictures.SelectMany(picture => Of(picture, "gallery-picture"))],
        MediaFile media =>
        [
            At(CodeNames.Of(media.Kind), media.File?.Hash, media.Address), ("poster", media.Poster?.Hash ?? string.Empty),
            Line("media-title", media.Title), Line("caption", media.Caption), Line("credit", media.Credit), Made("media-made", media.Made),
            .. media.Transcript.Lines.Select(line => Line("transcript", line)),
        ],
        DocumentFile document => [At("document", document.File?.Hash, document.Address), Line("document-title", document.Title)],
        QuestionAndAnswer pair => [Line("question", pair.Question), .. pair.Answer.Select(text => Line("answer", text))],
        RelatedStories related => related.Stories.Select(story => Line($"{Related}{story.Code}", story.Words)),
        CorrectionOf correction => [Line($"{Corrects}{correction.Code}", correction.Words)],
        Embed embed => [Line("embed", embed.Address), Line("title", embed.Title)],
        ThematicBreak => [],
        _ => throw new NotSupportedException($"{block.GetType().Name} has no tag in canonical text."),
    };

    /// <summary>
    /// Parses the tag of a list item: <c>item</c> in an outer list, <c>item-2</c> in a nested list, <c>number</c> where the list is ordered, and <c>number-1-5</c>
    /// where its number is not the next one.
    /// </summary>
    public static bool TryReadItem(string? tag, out bool isNumbered, out int depth, out int? number)
    {
        (isNumbered, depth, number) = (false, 0, null);
        if (tag?.Split('-') is not [Bulleted or Numbered, .. { Length: <= 2 } rest] parts)
        {
            return false;
        }

        isNumbered = parts[0] == Numbered;
        if (rest is [_, var own])
        {
            number = isNumbered && TryRead(own, out var given) ? given : null;
            return number is not null && TryRead(rest[0], out depth) && depth-- > 0;
        }

        return rest is not [var level] || (TryRead(level, out depth) && depth-- > 1);
    }

    private static bool TryRead(string digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Tag(ListItem item, bool isNumbered) => (isNumbered ? Numbered : Bulleted) + (isNumbered && item.Number is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"-{(long)item.Depth + 1}-{number}")
        : item.Depth > 0 ? string.Create(CultureInfo.InvariantCulture, $"-{(long)item.Depth + 1}") : string.Empty);

    private static IEnumerable<(string Tag, string Line)> Of(Picture picture, string tag) =>
    [
        At(tag, picture.Hash, picture.Address), Line("alt", picture.Alt), Line("caption", picture.Caption), Line("credit", picture.Credit), Made("picture-made", picture.Made),
    ];

    // A file by its hash; one that never came by its address.
    private static (string Tag, string Line) At(string tag, string? hash, string? address) => hash is null ? Line($"{tag}-at", address) : (tag, hash);

    private static (string Tag, string Line) Made(string tag, DigitalSourceType? made) => (tag, made is { } type ? CodeNames.Of(type) : string.Empty);

    private static (string Tag, string Line) Line(string tag, string? text) => (tag, CanonicalMarkup.Write(text ?? string.Empty));

    private static (string Tag, string Line) Line(string tag, RichText text) => (tag, CanonicalMarkup.Write(text));

    // A bar inside a cell is escaped, so that an unescaped bar always separates two cells. A row without words has no line.
    private static string Row(IReadOnlyList<RichText> cells)
    {
        var row = CanonicalLine.Normalize(string.Join(" | ", cells.Select(CanonicalMarkup.Write)));
        return row.AsSpan().Trim(" |").IsEmpty ? string.Empty : row;
    }
}
