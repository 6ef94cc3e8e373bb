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
    public void A_block_says_its_words_in_reading_order(int block, string texts) => Assert.Equal(texts, string.Join('|', Blocks[block].Texts));

    [Fact]
    public void Only_texts_that_may_hold_links_are_rich() =>
        Assert.Equal([1, 1, 2, 1, 1, 2, 3, 1, 0, 0], Blocks.Select(block => block.RichTexts.Count()));

    [Fact]
    public void Every_kind_of_block_is_in_this_table() =>
        Assert.Empty(typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block))).Except(Blocks.Select(block => block.GetType())));
}
