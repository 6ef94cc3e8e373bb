using System.Globalization;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Stories.Drafts;

/// <summary>Makes a draft of a story's content: of what was published, or of what came in from elsewhere.</summary>
/// <param name="newId">Gives each block its identity, in reading order; columns before the rows of their table.</param>
public sealed class DraftFromContent(Func<BlockId> newId)
{
    public static StoryDraft Of(StoryContent content, Func<BlockId> newId) => new DraftFromContent(newId).Draft(content);

    private StoryDraft Draft(StoryContent content) => new(new DraftBlock
    {
        Id = BlockId.Story,
        Kind = BlockKind.Story,
        Texts = Texts(("kicker", Filled(content.Kicker)), ("headline", Filled(content.Headline)), ("standfirst", Filled(content.Standfirst)), ("dateline", Filled(content.Dateline)),
            ("searchHeadline", Optional(content.SearchHeadline)), ("socialHeadline", Optional(content.SocialHeadline)), ("paperHeadline", Optional(content.PaperHeadline)),
            ("warning", Optional(content.ContentWarning)), ("sources", content.Sources is { } sources ? Filled(sources) : null)),
        Values = Values(("language", content.Language), ("section", content.Section), ("label", content.Label is { } label ? CodeNames.Of(label) : null), ("made", Made(content.Made))),
        Blocks =
        [
            .. content.Bylines.Select(byline => Words(BlockKind.Byline, Filled(byline))),
            .. content.Body.Select(Block),
            .. content.Topics.Select(topic => Words(BlockKind.Topic, Filled(topic))),
            .. content.Corrections.Select(Note),
        ],
    });

    private DraftBlock Block(Block block) => block switch
    {
        Paragraph paragraph => Words(BlockKind.Paragraph, Filled(paragraph.Text)),
        Heading heading => Words(BlockKind.Heading, Filled(heading.Text)) with { Values = Values(("level", Text(heading.Level))) },
        Quotation quotation => New(BlockKind.Quotation) with
        {
            Texts = Texts(("speaker", Optional(quotation.Speaker))),
            Blocks = [.. quotation.Paragraphs.Select(text => Words(BlockKind.Passage, Filled(text)))],
        },
        PullQuote pull => New(BlockKind.PullQuote) with { Texts = Texts((BlockShape.MainText, Filled(pull.Text)), ("speaker", Optional(pull.Speaker))) },
        BulletList list => New(BlockKind.List) with { Values = Values(("ordered", Text(list.Ordered))), Blocks = [.. list.Items.Select(Item)] },
        Table table => Table(table),
        Picture picture => New(BlockKind.Picture) with
        {
            Texts = Texts(("alt", Filled(picture.Alt)), ("caption", Filled(picture.Caption)), ("credit", Filled(picture.Credit))),
            Values = Values(
                ("file", picture is { Hash: null, Width: 0, Height: 0 } ? null : new PictureFile(picture.Hash, picture.Width, picture.Height).ToString()),
                ("address", picture.Address),
                ("focus", picture.Focus == FocalPoint.Centre ? null : PicturePoint.Format(picture.Focus)),
                ("made", Made(picture.Made))),
        },
        FactBox box => New(BlockKind.FactBox) with
        {
            Texts = Texts(("title", Filled(box.Title))),
            Blocks = [.. box.Lines.Select(line => Words(BlockKind.Fact, Filled(line.Text)) with { Values = Values(("item", line.IsItem ? Text(true) : null)) })],
        },
        Gallery gallery => New(BlockKind.Gallery) with { Texts = Texts(("caption", Filled(gallery.Caption))), Blocks = [.. gallery.Pictures.Select(Block)] },
        MediaFile media => New(BlockKind.Media) with
        {
            Texts = Texts(("title", Filled(media.Title)), ("caption", Filled(media.Caption)), ("credit", Filled(media.Credit)), ("transcript", Filled(media.Transcript))),
            Values = Values(
                ("type", CodeNames.Of(media.Kind)), ("file", media.File?.ToString()), ("address", media.Address), ("seconds", media.Seconds is { } seconds ? Text(seconds) : null),
                ("poster", media.Poster is { } poster ? new PictureFile(poster.Hash, poster.Width, poster.Height).ToString() : null), ("made", Made(media.Made))),
        },
        DocumentFile document => New(BlockKind.Document) with
        {
            Texts = Texts(("title", Filled(document.Title))),
            Values = Values(("file", document.File?.ToString()), ("address", document.Address)),
        },
        QuestionAndAnswer pair => New(BlockKind.Question) with
        {
            Texts = Texts(("question", Filled(pair.Question))),
            Blocks = [.. pair.Answer.Select(text => Words(BlockKind.Passage, Filled(text)))],
        },
        RelatedStories related => New(BlockKind.Related) with
        {
            Blocks = [.. related.Stories.Select(story => Words(BlockKind.RelatedStory, Filled(story.Words)) with { Values = Values(("code", story.Code.Digits)) })],
        },
        CorrectionOf correction => Words(BlockKind.Corrects, Filled(correction.Words)) with { Values = Values(("code", correction.Code.Digits)) },
        Embed embed => New(BlockKind.Embed) with { Values = Values(("address", embed.Address)), Texts = Texts(("title", Optional(embed.Title))) },
        ThematicBreak => New(BlockKind.Break),
        _ => throw new NotSupportedException($"{block.GetType().Name} has no place in a draft."),
    };

    private DraftBlock Item(ListItem item) => Words(BlockKind.Item, Filled(item.Text)) with
    {
        Values = Values(("depth", Text(item.Depth)), ("ordered", item.Ordered is { } ordered ? Text(ordered) : null), ("number", item.Number is { } number ? Text(number) : null)),
    };

    private DraftBlock Table(Table table)
    {
        var block = New(BlockKind.Table) with { Texts = Texts(("caption", Optional(table.Caption))), Values = Values(("aligned", table.Alignments is null ? null : Text(true))) };
        var alignments = table.Alignments ?? [];
        var width = table.Rows.Select(row => row.Count).Append(table.Header.Count).Append(alignments.Count).Max();
        var columns = Enumerable.Range(0, width).Select(index => New(BlockKind.Column) with
        {
            Values = Values(("align", index < alignments.Count ? alignments[index].ToString() : null)),
        }).ToList();
        return block with
        {
            Blocks = [.. columns, .. table.Header.Count == 0 ? (DraftBlock[])[] : [Cells(BlockKind.Head, table.Header, columns)], .. table.Rows.Select(row => Cells(BlockKind.Row, row, columns))],
        };
    }

    private DraftBlock Cells(BlockKind kind, IReadOnlyList<RichText> cells, List<DraftBlock> columns) =>
        New(kind) with { Texts = NamedValues.From(cells.Select((cell, index) => KeyValuePair.Create(columns[index].Id.Value, DraftText.From(cell)))) };

    private DraftBlock Note(CorrectionNote note) => New(BlockKind.Note) with
    {
        Texts = Texts((BlockShape.MainText, Filled(note.Text)), ("said", Optional(note.Said)), ("says", Optional(note.Says)), ("foundBy", Optional(note.FoundBy))),
        Values = Values(("at", Text(note.At)), ("correctedAt", note.CorrectedAt is { } at ? Text(at) : null), ("note", note.Kind == default ? null : note.Kind.ToString())),
    };

    private DraftBlock New(BlockKind kind) => new() { Id = newId(), Kind = kind };

    private DraftBlock Words(BlockKind kind, DraftText? text) => New(kind) with { Texts = text is null ? NamedValues.Empty<DraftText>() : NamedValues.Of(BlockShape.MainText, text) };

    private static DraftText? Filled(string text) => text.Length == 0 ? null : DraftText.From(text);

    private static DraftText? Filled(RichText text) => DraftText.From(text) is { IsEmpty: false } filled ? filled : null;

    private static DraftText? Optional(string? text) => text is null ? null : DraftText.From(text);

    private static NamedValues<DraftText> Texts(params ReadOnlySpan<(string Name, DraftText? Text)> texts) => Named(texts);

    private static NamedValues<string> Values(params ReadOnlySpan<(string Name, string? Value)> values) => Named(values);

    private static NamedValues<T> Named<T>(ReadOnlySpan<(string Name, T? Value)> values)
        where T : class
    {
        var named = new List<KeyValuePair<string, T>>(values.Length);
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                named.Add(new(name, value));
            }
        }

        return NamedValues.From(named);
    }

    private static string? Made(DigitalSourceType? made) => made is { } type ? CodeNames.Of(type) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool flag) => flag ? "true" : "false";

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
