using System.Globalization;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Stories.Drafts;

/// <summary>The content that a draft would have if it were released. What a story can hold comes back from a draft as it went in.</summary>
public static class DraftContent
{
    private const string Time = "O";

    /// <summary>The content, or null where something is still to be chosen.</summary>
    public static StoryContent? Of(StoryDraft draft) => draft.HasChoices ? null : Preview(draft);

    /// <summary>The content to look at meanwhile: of each choice its first option, and every block whose removal is open.</summary>
    public static StoryContent Preview(StoryDraft draft)
    {
        var parts = draft.Root.Blocks.ToLookup(block => BlockShape.Of(block.Kind).Part);
        return new StoryContent
        {
            Language = Value(draft.Root, "language") ?? string.Empty,
            Section = Value(draft.Root, "section") ?? string.Empty,
            Kicker = Plain(draft.Root, "kicker"),
            Headline = Plain(draft.Root, "headline"),
            Standfirst = Plain(draft.Root, "standfirst"),
            Dateline = Plain(draft.Root, "dateline"),
            Label = CodeNames.Named<StoryLabel>(Value(draft.Root, "label")),
            SearchHeadline = Plain(draft.Root, "searchHeadline"),
            SocialHeadline = Plain(draft.Root, "socialHeadline"),
            PaperHeadline = Plain(draft.Root, "paperHeadline"),
            ContentWarning = Plain(draft.Root, "warning"),
            Sources = Rich(draft.Root, "sources"),
            Made = Made(draft.Root),
            Bylines = [.. parts[StoryPart.Bylines].Select(byline => Plain(byline, BlockShape.MainText))],
            Body = [.. parts[StoryPart.Body].Where(block => !IsFence(block)).Select(Block).OfType<Block>()],
            Topics = [.. parts[StoryPart.Topics].Select(topic => Plain(topic, BlockShape.MainText))],
            Corrections = [.. parts[StoryPart.Notes].Select(Note)],
        };
    }

    /// <summary>The blocks of the body that are released, by their identities.</summary>
    public static IReadOnlyList<KeyValuePair<BlockId, Block>> Body(StoryDraft draft) =>
        [.. draft.Body.Where(block => !IsFence(block)).SelectMany(block => Block(block) is { } content ? [KeyValuePair.Create(block.Id, content)] : (KeyValuePair<BlockId, Block>[])[])];

    // Also one of which somebody made another kind meanwhile, until it is settled.
    internal static bool IsFence(DraftBlock block) =>
        block.Kind == BlockKind.Fence || block.Choices.Any(choice => choice.Name == ValueChoice.Kind && choice.Options.Any(option => BlockShape.KindNamed(option.Value) == BlockKind.Fence));

    // A block without what it is about, such as a correction of no story, is none yet.
    private static Block? Block(DraftBlock block) => block.Kind switch
    {
        BlockKind.Paragraph => new Paragraph(Rich(block)),
        BlockKind.Heading => new Heading(Whole(block, "level") ?? 2, Rich(block)),
        BlockKind.Quotation => new Quotation([.. block.Blocks.Select(passage => Rich(passage))], Optional(block, "speaker")),
        BlockKind.PullQuote => new PullQuote(Rich(block), Optional(block, "speaker")),
        BlockKind.List => new BulletList(Flag(block, "ordered") ?? false, [.. block.Blocks.Select(item =>
            new ListItem(Whole(item, "depth") ?? 0, Rich(item), Flag(item, "ordered"), Whole(item, "number")))]),
        BlockKind.Table => Table(block),
        BlockKind.Picture => Picture(block),
        BlockKind.Embed => new Embed(Value(block, "address") ?? string.Empty, Optional(block, "title")),
        BlockKind.Break => new ThematicBreak(),
        BlockKind.FactBox => new FactBox(Plain(block, "title"), [.. block.Blocks.Select(line => new FactLine(Rich(line), Flag(line, "item") ?? false))]),
        BlockKind.Gallery => new Gallery([.. block.Blocks.Select(Picture)], Rich(block, "caption")),
        BlockKind.Media => Media(block),
        BlockKind.Document => new DocumentFile(File(block), Value(block, "address"), Plain(block, "title")),
        BlockKind.Question => new QuestionAndAnswer(Rich(block, "question"), [.. block.Blocks.Select(passage => Rich(passage))]),
        BlockKind.Related => new RelatedStories([.. block.Blocks.Where(story => Code(story) is not null).Select(story => new RelatedStory(Code(story)!.Value, Plain(story, BlockShape.MainText)))]),
        BlockKind.Corrects => Code(block) is { } code ? new CorrectionOf(code, Plain(block, BlockShape.MainText)) : null,
        _ => throw new NotSupportedException($"{block.Kind} is no block of a body."),
    };

    private static Table Table(DraftBlock table)
    {
        var columns = table.Blocks.Where(block => block.Kind == BlockKind.Column).ToList();
        var head = table.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Head);
        return new Table(
            head is null ? [] : Cells(head, columns),
            [.. table.Blocks.Where(block => block.Kind == BlockKind.Row).Select(row => Cells(row, columns))],
            Optional(table, "caption"),
            Flag(table, "aligned") == true
                ? [.. columns.Take(LastWith(columns, column => column.Values.Has("align"))).Select(column => Enum.TryParse<ColumnAlignment>(Value(column, "align"), out var side) ? side : ColumnAlignment.Unset)]
                : null);
    }

    // A row ends with its last cell: rows of a table may be of different lengths.
    private static List<RichText> Cells(DraftBlock row, List<DraftBlock> columns) =>
        [.. columns.Take(LastWith(columns, column => row.Texts.Has(column.Id.Value))).Select(column => Rich(row, column.Id.Value))];

    private static int LastWith(List<DraftBlock> columns, Predicate<DraftBlock> holds) => columns.FindLastIndex(holds) + 1;

    private static Picture Picture(DraftBlock block)
    {
        _ = PictureFile.TryParse(Value(block, "file"), out var file);
        return new Picture
        {
            Hash = file.Hash,
            Width = file.Width,
            Height = file.Height,
            Address = Value(block, "address"),
            Alt = Plain(block, "alt"),
            Caption = Rich(block, "caption"),
            Credit = Plain(block, "credit"),
            Focus = PicturePoint.TryParse(Value(block, "focus"), out var focus) ? focus : FocalPoint.Centre,
            Made = Made(block),
        };
    }

    private static MediaFile Media(DraftBlock block) => new()
    {
        Kind = CodeNames.Named<MediaKind>(Value(block, "type")) ?? MediaKind.Audio,
        File = File(block),
        Address = Value(block, "address"),
        Title = Plain(block, "title"),
        Caption = Rich(block, "caption"),
        Credit = Plain(block, "credit"),
        Transcript = Rich(block, "transcript"),
        Seconds = Whole(block, "seconds"),
        Poster = PictureFile.TryParse(Value(block, "poster"), out var poster) && poster.Hash is { } hash ? new Poster(hash, poster.Width, poster.Height) : null,
        Made = Made(block),
    };

    private static CorrectionNote Note(DraftBlock block) => new(Plain(block, BlockShape.MainText), When(block, "at") ?? default)
    {
        Kind = Enum.TryParse<NoteKind>(Value(block, "note"), out var kind) ? kind : default,
        Said = Optional(block, "said"),
        Says = Optional(block, "says"),
        FoundBy = Optional(block, "foundBy"),
        CorrectedAt = When(block, "correctedAt"),
    };

    private static StoredFile? File(DraftBlock block) => StoredFile.TryParse(Value(block, "file"), out var file) ? file : null;

    private static StoryCode? Code(DraftBlock block) => StoryCode.TryFromDigits(Value(block, "code"), out var code) ? code : null;

    private static DigitalSourceType? Made(DraftBlock block) => CodeNames.Named<DigitalSourceType>(Value(block, "made"));

    private static RichText Rich(DraftBlock block, string name = BlockShape.MainText) => block.Texts[name]?.ToRichText() ?? RichText.Empty;

    private static string Plain(DraftBlock block, string name) => Rich(block, name).Plain;

    private static string? Optional(DraftBlock block, string name) => block.Texts[name]?.ToRichText().Plain;

    private static string? Value(DraftBlock block, string name) => block.Values[name];

    private static bool? Flag(DraftBlock block, string name) => Value(block, name) is { } text ? text == "true" : null;

    private static int? Whole(DraftBlock block, string name) => int.TryParse(Value(block, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? When(DraftBlock block, string name) =>
        DateTimeOffset.TryParseExact(Value(block, name), Time, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;
}
