using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class BlockFlattenerTests
{
    private readonly ImportWarnings warnings = new();

    [Fact]
    public void Every_kind_of_words_stands_on_a_line_of_its_own_in_reading_order()
    {
        var (text, others) = BlockFlattener.Flatten(
        [
            new Heading(2, RichText.From("سرخط")),
            new Paragraph(RichText.From("渡船靠岸。")),
            new BulletList(false, [new ListItem(0, RichText.From("one")), new ListItem(1, RichText.From("two"))]),
            new Quotation([RichText.From("We saw it.")], "Ines Calloway"),
            new PullQuote(RichText.From("It sank."), null),
        ],
        warnings,
        "a cell");
        Assert.Equal("سرخط\n渡船靠岸。\n• one\n• two\nWe saw it.\n— Ines Calloway\nIt sank.", text.Plain);
        Assert.Empty(others);
        Assert.Equal(
            [
                "A list inside a list in a cell stands without its depth: “one”",
                "A quotation in a cell stands as ordinary words: “We saw it.”",
                "A quotation in a cell stands as ordinary words: “It sank.”",
            ],
            warnings.Sentences);
    }

    [Fact]
    public void A_heading_is_bold_where_none_can_be() =>
        Assert.Equal(new TextRun("Fees", Emphasis.Strong), Assert.Single(BlockFlattener.Flatten([new Heading(3, RichText.From("Fees"))], warnings, "a cell").Text.Runs));

    [Fact]
    public void What_is_more_than_words_comes_out_beside_them()
    {
        var embed = new Embed("https://film.example/1", null);
        var table = new Table([], [[RichText.From("cell")]], null);
        var (texts, others) = BlockFlattener.Texts([embed, new Paragraph(RichText.From("words")), table], warnings, "a cell");
        Assert.Equal("words", Assert.Single(texts).Plain);
        Assert.Equal([embed, table], others);
        BlockFlattener.NoteMoved(others, warnings, "a table");
        BlockFlattener.NoteLeftOut([new Picture { Alt = "The bridge" }], warnings, "a comment");
        Assert.Equal(
            [
                "A film, sound or frame in a table stands behind it: https://film.example/1",
                "A table in a table stands behind it: “cell”",
                "A picture in a comment was left out: The bridge",
            ],
            warnings.Sentences);
    }

    [Fact]
    public void Joining_keeps_the_emphasis_of_every_run()
    {
        var joined = BlockFlattener.Join([new RichText([new TextRun("a", Emphasis.Strong)]), new RichText([new TextRun("b", Emphasis.Italic)])]);
        Assert.Equal([new TextRun("a\n", Emphasis.Strong), new TextRun("b", Emphasis.Italic)], joined.Runs);
    }

    [Fact]
    public void Nothing_joined_is_the_empty_text()
    {
        Assert.True(BlockFlattener.Join([]).IsEmpty);
        Assert.True(BlockFlattener.Flatten([], warnings, "a cell").Text.IsEmpty);
    }
}
