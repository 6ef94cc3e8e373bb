using Storyprint.Stories.Body;

namespace Storyprint.Tests.Stories.Body;

/// <summary>The words that <see cref="BlockText"/> finds, kind by kind.</summary>
public sealed class BlockTextTests
{
    private static readonly Block[] Blocks =
    [
        new Paragraph(RichText.From("پل بسته شد.")),
        new Heading(2, RichText.From("橋")),
        new Quotation([RichText.From("Go."), RichText.From("Now.")], "Maud"),
        new Quotation([RichText.From("Go.")], null),
        new PullQuote(RichText.From("It sank."), "Ines"),
        new BulletList(true, [new ListItem(0, RichText.From("one")), new ListItem(1, RichText.From("two"))]),
        new Table([RichText.From("a")], [[RichText.From("1")], [RichText.From("2")]], "Prices"),
        new Picture { Alt = "a boat", Caption = RichText.From("The quay"), Credit = "Ines" },
        new Embed("https://film.example/1", "A film"),
        new ThematicBreak(),
        new FactBox("Facts", [new FactLine(RichText.From("One.")), new FactLine(RichText.From("two"), IsItem: true)]),
        new Gallery([new Picture { Alt = "a boat", Caption = RichText.From("The quay"), Credit = "Ines" }], RichText.From("All quays")),
        new MediaFile { Title = "Bells", Caption = RichText.From("At noon"), Credit = "Ines", Transcript = RichText.From("Twelve strokes.") },
        new DocumentFile(null, "https://a.example/plan.pdf", "The plan"),
        new QuestionAndAnswer(RichText.From("Why?"), [RichText.From("So."), RichText.From("And so.")]),
        new RelatedStories([new RelatedStory(Storyprint.Stories.Codes.StoryCode.FromDigits("1125540"), "The library")]),
        new CorrectionOf(Storyprint.Stories.Codes.StoryCode.FromDigits("1125540"), "The older story"),
    ];

    [Theory]
    [InlineData(0, "پل بسته شد.")]
    [InlineData(1, "橋")]
    [InlineData(2, "Go.|Now.|Maud")]
    [InlineData(3, "Go.|")]
    [InlineData(4, "It sank.|Ines")]
    [InlineData(5, "one|two")]
    [InlineData(6, "Prices|a|1|2")]
    [InlineData(7, "The quay|Ines")]
    [InlineData(8, "A film")]
    [InlineData(9, "")]
    [InlineData(10, "Facts|One.|two")]
    [InlineData(11, "All quays|The quay|Ines")]
    [InlineData(12, "Bells|At noon|Twelve strokes.|Ines")]
    [InlineData(13, "The plan")]
    [InlineData(14, "Why?|So.|And so.")]
    [InlineData(15, "The library")]
    [InlineData(16, "The older story")]
    public void A_block_says_its_words_in_reading_order(int block, string texts) => Assert.Equal(texts, string.Join('|', Blocks[block].Texts));

    [Fact]
    public void Only_texts_that_may_hold_links_are_rich() =>
        Assert.Equal([1, 1, 2, 1, 1, 2, 3, 1, 0, 0, 2, 2, 2, 0, 3, 0, 0], Blocks.Select(block => block.RichTexts.Count()));

    [Fact]
    public void Every_kind_of_block_is_in_this_table() =>
        Assert.Empty(typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block))).Except(Blocks.Select(block => block.GetType())));
}
