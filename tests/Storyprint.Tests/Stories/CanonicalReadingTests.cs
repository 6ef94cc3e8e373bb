using CsCheck;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Stories;

public sealed class CanonicalReadingTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 19, 40, 0, TimeSpan.Zero);

    private static readonly string[] Pieces =
    [
        "", " ", "|", " | ", "||", "a", "Harbour", "text: ", "correction: ", "{", "}", "^{", "_{", "\\", "é", "e\u0301", "می\u200Cشود", "\u00AD", "\n", "\r\n", "\u00A0", "\u0001", "12", ":", "\u0301", "\u200F", "😀",
        "storyprint/text/v1",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 6].Select(string.Concat);

    private static readonly Gen<RichText> Rich = Words.Array[0, 3].Select(runs => new RichText([.. runs.Select((run, index) => new TextRun(run, (Emphasis)((index % 3) + (run.Length % 4 * 8))))]));

    private static readonly Gen<Block> Blocks = Gen.OneOf<Block>(
        Rich.Select(text => (Block)new Paragraph(text)),
        Gen.Select(Gen.Int[2, 3], Rich).Select((level, text) => (Block)new Heading(level, text)),
        Gen.Select(Rich.Array[0, 3], Words).Select((texts, speaker) => (Block)new Quotation(texts, speaker.Length > 9 ? null : speaker)),
        Gen.Select(Rich, Words).Select((text, speaker) => (Block)new PullQuote(text, speaker)),
        Gen.Select(Gen.Bool, Rich.Array[0, 3]).Select((ordered, items) => (Block)new BulletList(ordered, [.. items.Select((text, depth) => new ListItem(depth, text))])),
        Gen.Select(Rich.Array[0, 3], Rich.Array[0, 3].Array[0, 3], Words).Select((head, rows, caption) => (Block)new Table(head, rows, caption)),
        Gen.Select(Gen.Bool, Words, Rich, Words).Select((stored, address, caption, credit) => (Block)new Picture
        {
            Hash = stored ? new string('a', 64) : null,
            Address = address,
            Alt = "not part of it",
            Caption = caption,
            Credit = credit,
        }),
        Words.Select(address => (Block)new Embed(address, "not part of it")));

    private static readonly Gen<StoryContent> Contents = Gen.Select(Words.Array[4], Words.Array[0, 3], Blocks.Array[0, 8], Words.Array[0, 3]).Select((head, bylines, body, notes) => new StoryContent
    {
        Language = "en",
        Kicker = head[0],
        Headline = head[1],
        Standfirst = head[2],
        Bylines = bylines,
        Dateline = head[3],
        Body = body,
        Corrections = [.. notes.Select(note => new CorrectionNote(note, DateTimeOffset.UnixEpoch))],
        Section = "city",
    });

    [Theory]
    [InlineData(TextVersion.V1)]
    [InlineData(TextVersion.V2)]
    public void Every_canonical_text_is_read_into_content_that_has_it_again(TextVersion version) => Gen.Select(Contents, Words).Sample((content, note) =>
    {
        var text = CanonicalText.Create(new RevisionText(version, content, note));
        return CanonicalText.TryRead(text, At, out var read) && read.Version == version && CanonicalText.Create(read) == text;
    }, iter: 3000);

    [Fact]
    public void A_plain_story_comes_back_as_it_was()
    {
        var content = new StoryContent
        {
            Language = "en",
            Kicker = "Ferries",
            Headline = "The ferry sails",
            Standfirst = "At nine.",
            Bylines = ["Ines Calloway", "Jens Holm"],
            Dateline = "Marlow Bay",
            Body =
            [
                new Picture { Hash = new string('a', 64), Caption = RichText.From("The quay"), Credit = "Tomas Reyes" },
                new Paragraph(RichText.From("It carries 112 people.")),
                new Heading(2, RichText.From("The quay")),
                new Quotation([RichText.From("At last."), RichText.From("At last!")], "Maud Ferrier"),
                new BulletList(false, [new ListItem(0, RichText.From("a rope")), new ListItem(0, RichText.From("a bell"))]),
                new Table([], [[RichText.From("Monday"), RichText.Empty], [RichText.Empty, RichText.From("214")]], "Readers"),
                new Embed("https://video.example/1", null),
            ],
            Corrections = [new CorrectionNote("It said 120. It is 112.", At)],
        };
        Assert.True(CanonicalText.TryRead(CanonicalText.Create(new RevisionText(TextVersion.V1, content, null)), At, out var read));
        Assert.Equal(StoryJson.Write(content), StoryJson.Write(read.Content));
    }

    [Fact]
    public void Version_2_gives_back_what_readers_see()
    {
        var content = new StoryContent
        {
            Language = "en",
            Headline = "A | B {c} \\",
            Body =
            [
                new Paragraph(new RichText([new("10"), new("6", Emphasis.Superscript), new(" and CO"), new("2", Emphasis.Subscript)])),
                new BulletList(true, [new ListItem(0, RichText.From("one")), new ListItem(1, RichText.From("inner"))]),
                new BulletList(false, [new ListItem(0, RichText.From("a rope"))]),
                new Table([RichText.From("Day")], [[RichText.From("Monday | Tuesday"), RichText.From("214")]], "Readers"),
                new Picture { Hash = new string('a', 64), Alt = "A quay", Caption = RichText.From("The quay"), Credit = "Tomas Reyes" },
                new Picture { Address = "https://pictures.example/a.jpg", Alt = "A bell" },
                new Embed("https://video.example/1", "A film"),
            ],
            Corrections = [new CorrectionNote("It said 120. It is 112.", At) { Said = "120", Says = "112", FoundBy = "a reader" }, new CorrectionNote("Older.", At)],
            Section = "city",
            Topics = ["Ferries", "Bells"],
        };
        Assert.True(CanonicalText.TryRead(CanonicalText.Create(RevisionText.New(content, "What is new.")), At, out var read));
        Assert.Equal("What is new.", read.Note);
        Assert.Equal(StoryJson.Write(content), StoryJson.Write(read.Content));
    }

    [Theory]
    [InlineData("")]
    [InlineData("storyprint/text/v1")]
    [InlineData("storyprint/text/v3\nlang: en\nheadline: H\n")]
    [InlineData("storyprint/text/v2\nlang: en\nheadline: 10^{6}\n")]
    [InlineData("storyprint/text/v2\nlang: en\nheadline: H\ntext: {\n")]
    [InlineData("storyprint/text/v2\nlang: en\nheadline: H\ntext: ^{a\n")]
    [InlineData("storyprint/text/v2\nlang: en\nheadline: H\ntext: a\\b\n")]
    [InlineData("storyprint/text/v2\nlang: en\nheadline: H\nitem-1: a\n")]
    [InlineData("storyprint/text/v2\nlang: en\nheadline: H\nitem-02: a\n")]
    [InlineData("storyprint/text/v2\nlang: en\nheadline: H\nlabel: a\n")]
    [InlineData("storyprint/text/v1\nlang: en\nsection: city\nheadline: H\n")]
    [InlineData("storyprint/text/v1\nlang: en\nheadline: H\ncorrection: N\nsaid: 1\n")]
    [InlineData("storyprint/text/v1\nlang: en\nheadline: H")]
    [InlineData("storyprint/text/v1\nlang: en\nheadline: H\n\n")]
    [InlineData("storyprint/text/v1\nheadline: H\nlang: en\n")]
    [InlineData("storyprint/text/v1\nlang: en\nheadline:  H\n")]
    [InlineData("storyprint/text/v1\nlang: en\nheadline: H\ncorrection: N\ntext: T\n")]
    [InlineData("storyprint/text/v1\nlang: en\nheadline: H\nrow: | |\n")]
    [InlineData("storyprint/text/v1\nlang: en\nheadline: H\nsong: la\n")]
    [InlineData("storyprint/text/v1\nlang: en\nheadline: e\u0301\n")]
    [InlineData("storyprint/text/v1\r\nlang: en\r\nheadline: H\r\n")]
    public void What_is_no_canonical_text_is_not_read(string text) => Assert.False(CanonicalText.TryRead(text, At, out _));
}
