using CsCheck;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>Stories with everything that a story can hold.</summary>
internal static class GeneratedContent
{
    private static readonly string[] Pieces =
    [
        "", " ", "harbour", "Ferry ", "a|b", "{", "\\", "é", "e\u0301", "می\u200Cشود", "کتاب‌ها", "図書館", "ไม่เปิด", "\n", "\u00A0", "12", "19:40", "😀", "👩‍👧", "\u0301", "\u200F", "\u00AD",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 6].Select(string.Concat);

    private static readonly Gen<string?> Optional = Gen.Select(Gen.Bool, Words).Select((isThere, words) => isThere ? words : null);

    private static readonly Gen<LinkTarget?> Links = Gen.Int[0, 3].Select(index => LinkTarget.TryParse(index switch { 1 => "https://harbour.example/a", 2 => "/news/1125546", 3 => "mailto:desk@harbour.example", _ => null }, out var link)
        ? link : (LinkTarget?)null);

    private static readonly Gen<TextRun> Runs = Gen.Select(Words, Gen.Int[0, 31], Links, Gen.Bool)
        .Select((words, emphasis, link, isMarked) => new TextRun(words, (Emphasis)emphasis, link, isMarked && link is not null ? "0123456789abcdef" : null));

    private static readonly Gen<RichText> Rich = Runs.Array[0, 4].Select(runs => new RichText(runs));

    private static readonly Gen<ListItem> Items = Gen.Select(Gen.Int[0, 3], Rich, Gen.Int[0, 2], Gen.Int[0, 9])
        .Select((depth, text, ordered, number) => new ListItem(depth, text, ordered == 2 ? null : ordered == 1, number > 5 ? number : null));

    private static readonly Gen<Block> Tables = Gen.Select(Rich.Array[0, 3], Rich.Array[0, 3].Array[0, 3], Optional, Gen.Enum<ColumnAlignment>().Array[0, 4], Gen.Bool)
        .Select((head, rows, caption, alignments, isAligned) => (Block)new Table(head, rows, caption, isAligned ? alignments : null));

    private static readonly Gen<DigitalSourceType?> Made = Gen.Select(Gen.Bool, Gen.Enum<DigitalSourceType>()).Select((isThere, made) => isThere ? made : (DigitalSourceType?)null);

    private static readonly Gen<StoryLabel?> Labels = Gen.Select(Gen.Bool, Gen.Enum<StoryLabel>()).Select((isThere, label) => isThere ? label : (StoryLabel?)null);

    private static readonly Gen<StoryCode> Codes = Gen.Long[1, 999_999].Select(StoryCode.FromNumber);

    private static readonly Gen<StoredFile?> Files = Gen.Int[0, 2].Select(index => index switch
    {
        0 => null,
        1 => new StoredFile(new string('b', 64), "نغمه-1.mp3", "audio/mpeg", 48_213),
        _ => new StoredFile(new string('c', 64), "plan.pdf", "application/pdf", 0),
    });

    private static readonly Gen<Picture> Pictures = Gen.Select(Gen.Bool, Optional, Words, Rich, Words, Gen.Select(Gen.Double.Unit, Made)).Select((isStored, address, alt, caption, credit, more) => new Picture
    {
        Hash = isStored ? new string('a', 64) : null,
        Width = isStored ? 1600 : 0,
        Height = isStored ? 900 : 0,
        Address = address,
        Alt = alt,
        Caption = caption,
        Credit = credit,
        Focus = isStored ? new FocalPoint(more.Item1, 0.25) : FocalPoint.Centre,
        Made = more.Item2,
    });

    private static readonly Gen<Block> Media = Gen.Select(Gen.Enum<MediaKind>(), Files, Optional, Words.Array[2], Rich.Array[2], Gen.Select(Gen.Int[-500, 500], Gen.Bool, Made)).Select((kind, file, address, words, texts, more) => (Block)new MediaFile
    {
        Kind = kind,
        File = file,
        Address = address,
        Title = words[0],
        Credit = words[1],
        Caption = texts[0],
        Transcript = texts[1],
        Seconds = more.Item1 < 0 ? null : more.Item1,
        Poster = more.Item2 ? new Poster(new string('d', 64), 1280, 720) : null,
        Made = more.Item3,
    });

    /// <summary>One generator for each kind of block.</summary>
    public static IReadOnlyList<Gen<Block>> Kinds { get; } =
    [
        Rich.Select(text => (Block)new Paragraph(text)),
        Gen.Select(Gen.Int[2, 3], Rich).Select((level, text) => (Block)new Heading(level, text)),
        Gen.Select(Rich.Array[0, 3], Optional).Select((texts, speaker) => (Block)new Quotation(texts, speaker)),
        Gen.Select(Rich, Optional).Select((text, speaker) => (Block)new PullQuote(text, speaker)),
        Gen.Select(Gen.Bool, Items.Array[0, 5]).Select((ordered, items) => (Block)new BulletList(ordered, items)),
        Tables,
        Pictures.Select(picture => (Block)picture),
        Gen.Select(Words, Gen.Select(Rich, Gen.Bool).Select((text, isItem) => new FactLine(text, isItem)).Array[0, 4]).Select((title, lines) => (Block)new FactBox(title, lines)),
        Gen.Select(Pictures.Array[0, 3], Rich).Select((pictures, caption) => (Block)new Gallery(pictures, caption)),
        Media,
        Gen.Select(Files, Optional, Words).Select((file, address, title) => (Block)new DocumentFile(file, address, title)),
        Gen.Select(Rich, Rich.Array[0, 3]).Select((question, answer) => (Block)new QuestionAndAnswer(question, answer)),
        Gen.Select(Codes, Words).Select((code, words) => new RelatedStory(code, words)).Array[0, 3].Select(stories => (Block)new RelatedStories(stories)),
        Gen.Select(Codes, Words).Select((code, words) => (Block)new CorrectionOf(code, words)),
        Gen.Select(Words, Optional).Select((address, title) => (Block)new Embed(address, title)),
        Gen.Const((Block)new ThematicBreak()),
    ];

    private static readonly Gen<CorrectionNote> Notes = Gen.Select(Words, Gen.DateTimeOffset, Gen.Enum<NoteKind>(), Optional.Array[3], Gen.Bool).Select((text, at, kind, parts, isCorrected) =>
        new CorrectionNote(text, at) { Kind = kind, Said = parts[0], Says = parts[1], FoundBy = parts[2], CorrectedAt = isCorrected ? at : null });

    public static Gen<StoryContent> Stories { get; } = Gen.Select(Words.Array[5], Words.Array[0, 3], Gen.OneOf([.. Kinds]).Array[0, 8], Words.Array[0, 3], Notes.Array[0, 2], Gen.Select(Optional.Array[4], Rich, Labels, Made)).Select((head, bylines, body, topics, notes, more) => new StoryContent
    {
        Language = "fa",
        Kicker = head[0],
        Headline = head[1],
        Standfirst = head[2],
        Dateline = head[3],
        Section = head[4],
        Bylines = bylines,
        Body = body,
        Topics = topics,
        Corrections = notes,
        SearchHeadline = more.Item1[0],
        SocialHeadline = more.Item1[1],
        PaperHeadline = more.Item1[2],
        ContentWarning = more.Item1[3],
        Sources = more.Item2,
        Label = more.Item3,
        Made = more.Item4,
    });
}
