using System.Globalization;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Stories.Drafts;

/// <summary>The shape of every kind of block: the one table to change when a kind is added.</summary>
internal static class BlockShapes
{
    private static readonly TextShape Rich = new(BlockShape.MainText, IsRich: true);
    private static readonly TextShape Plain = new(BlockShape.MainText);
    private static readonly TextShape Speaker = new("speaker", KeepsEmpty: true);
    private static readonly ValueShape Ordered = new("ordered", IsFlag);
    private static readonly ValueShape Made = new("made", text => CodeNames.Named<DigitalSourceType>(text) is not null);
    private static readonly ValueShape StoredFile = new("file", text => Body.StoredFile.TryParse(text, out _));
    private static readonly ValueShape Code = new("code", text => StoryCode.TryFromDigits(text, out _));
    private static readonly ValueShape Address = new("address", text => text.Length <= 2048 && !text.Any(char.IsControl));

    /// <summary>By kind, in the order of <see cref="BlockKind"/>.</summary>
    public static IReadOnlyList<BlockShape> All { get; } = [.. Enum.GetValues<BlockKind>().Select(Shape)];

    public static IReadOnlyDictionary<string, BlockKind> ByName { get; } = Enum.GetValues<BlockKind>().ToDictionary(kind => All[(int)kind].Name);

    private static BlockShape Shape(BlockKind kind) => kind switch
    {
        BlockKind.Story => new()
        {
            Name = "story",
            Texts =
            [
                new("kicker"), new("headline"), new("standfirst"), new("dateline"), new("searchHeadline"), new("socialHeadline"), new("paperHeadline"), new("warning"),
                new("sources", IsRich: true),
            ],
            Values = [new("language", IsName), new("section", IsName), new("label", text => CodeNames.Named<StoryLabel>(text) is not null), Made],
            Holds =
            [
                BlockKind.Paragraph, BlockKind.Heading, BlockKind.Quotation, BlockKind.PullQuote, BlockKind.List, BlockKind.Table, BlockKind.Picture, BlockKind.Embed, BlockKind.Break,
                BlockKind.FactBox, BlockKind.Gallery, BlockKind.Media, BlockKind.Document, BlockKind.Question, BlockKind.Related, BlockKind.Corrects, BlockKind.Fence, BlockKind.Byline, BlockKind.Topic, BlockKind.Note,
            ],
        },
        BlockKind.Byline => new() { Name = "byline", Texts = [Plain], Part = StoryPart.Bylines },
        BlockKind.Topic => new() { Name = "topic", Texts = [Plain], Part = StoryPart.Topics },
        BlockKind.Note => new()
        {
            Name = "note",
            Texts = [Plain, new("said", KeepsEmpty: true), new("says", KeepsEmpty: true), new("foundBy", KeepsEmpty: true)],
            Values = [new("at", IsTime), new("correctedAt", IsTime), new("note", text => Enum.TryParse<NoteKind>(text, out var note) && Enum.IsDefined(note))],
            Part = StoryPart.Notes,
        },
        BlockKind.Paragraph => new() { Name = "paragraph", Texts = [Rich] },
        BlockKind.Heading => new() { Name = "heading", Texts = [Rich], Values = [new("level", text => text is "2" or "3", "2")] },
        BlockKind.Quotation => new() { Name = "quotation", Texts = [Speaker], Holds = [BlockKind.Passage] },
        BlockKind.Passage => new() { Name = "passage", Texts = [Rich] },
        BlockKind.PullQuote => new() { Name = "pullquote", Texts = [Rich, Speaker] },
        BlockKind.List => new() { Name = "list", Values = [Ordered with { Default = "false" }], Holds = [BlockKind.Item] },
        BlockKind.Item => new() { Name = "item", Texts = [Rich], Values = [new("depth", text => IsWhole(text, 0, 8), "0"), Ordered, new("number", text => IsWhole(text, -99_999, 99_999))] },
        BlockKind.Table => new()
        {
            Name = "table",
            Texts = [new("caption", KeepsEmpty: true)],
            Values = [new("aligned", IsFlag, "false")],
            Holds = [BlockKind.Row, BlockKind.Column, BlockKind.Head],
        },
        BlockKind.Column => new() { Name = "column", Values = [new("align", text => Enum.TryParse<ColumnAlignment>(text, out var side) && Enum.IsDefined(side))] },
        BlockKind.Head => new() { Name = "head", HasCells = true },
        BlockKind.Row => new() { Name = "row", HasCells = true },
        BlockKind.Picture => new()
        {
            Name = "picture",
            Texts = [new("caption", IsRich: true), new("credit"), new("alt")],
            Values = [new("file", IsFile), Address, new("focus", IsPoint, "0.5 0.5"), Made],
        },
        BlockKind.FactBox => new() { Name = "factbox", Texts = [new("title")], Holds = [BlockKind.Fact] },
        BlockKind.Fact => new() { Name = "fact", Texts = [Rich], Values = [new("item", IsFlag, "false")] },
        BlockKind.Gallery => new() { Name = "gallery", Texts = [new("caption", IsRich: true)], Holds = [BlockKind.Picture] },
        BlockKind.Media => new()
        {
            Name = "media",
            Texts = [new("title"), new("caption", IsRich: true), new("credit"), new("transcript", IsRich: true)],
            Values =
            [
                new("type", text => CodeNames.Named<MediaKind>(text) is not null, "audio"), StoredFile, Address, new("seconds", text => IsWhole(text, 0, 1_000_000)),
                new("poster", text => IsFile(text) && text[0] != '-'), Made,
            ],
        },
        BlockKind.Document => new() { Name = "document", Texts = [new("title")], Values = [StoredFile, Address] },
        BlockKind.Question => new() { Name = "question", Texts = [new("question", IsRich: true)], Holds = [BlockKind.Passage] },
        BlockKind.Related => new() { Name = "related", Holds = [BlockKind.RelatedStory] },
        BlockKind.RelatedStory => new() { Name = "relatedstory", Texts = [Plain], Values = [Code] },
        BlockKind.Corrects => new() { Name = "corrects", Texts = [Plain], Values = [Code] },
        BlockKind.Embed => new() { Name = "embed", Texts = [new("title", KeepsEmpty: true)], Values = [Address with { IsValid = text => LinkTarget.TryParse(text, out _), Default = "" }] },
        BlockKind.Break => new() { Name = "break" },
        BlockKind.Fence => new() { Name = "fence", Texts = [Rich] },
        _ => throw new NotSupportedException($"{kind} has no shape."),
    };

    private static bool IsFlag(string text) => text is "true" or "false";

    private static bool IsName(string text) => text.Length <= 200 && !text.Any(char.IsControl);

    private static bool IsWhole(string text, int from, int to) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to && number.ToString(CultureInfo.InvariantCulture) == text;

    private static bool IsTime(string text) => DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsFile(string text) => PictureFile.TryParse(text, out var file) && file is { Hash: null or { Length: 64 }, Width: >= 0 and <= 100_000, Height: >= 0 and <= 100_000 };

    private static bool IsPoint(string text) => PicturePoint.TryParse(text, out var point) && point is { X: >= 0 and <= 1, Y: >= 0 and <= 1 };
}
