using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;

namespace Storyprint.Tests.Stories.Canonical;

public sealed class CanonicalReaderTests
{
    [Theory]
    [InlineData("text: پل بسته شد.", "Paragraph")]
    [InlineData("heading: 橋", "Heading")]
    [InlineData("quote: Go.\nquote: Now.\nquoted: Maud", "Quotation")]
    [InlineData("quoted: Maud", "Quotation")]
    [InlineData("item: one\nitem: two", "BulletList")]
    [InlineData("row: a | b\nrow: 1 | 2", "Table")]
    [InlineData("caption: Prices\nrow: a", "Table")]
    [InlineData("picture: abc\ncaption: The quay\ncredit: Ines", "Picture")]
    [InlineData("embed: a.jpg\ncredit: Ines", "Picture")]
    [InlineData("caption: The quay", "Picture")]
    [InlineData("credit: Ines", "Picture")]
    [InlineData("embed: https://film.example/1", "Embed")]
    [InlineData("text: a\ntext: b", "Paragraph Paragraph")]
    [InlineData("quoted: Maud\nquote: Go.", "Quotation Quotation")]
    [InlineData("", "")]
    public void Lines_are_read_back_into_the_plainest_blocks(string lines, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', Read($"lang: en\nheadline: a\n{lines}")!.Body.Select(block => block.GetType().Name)));

    [Fact]
    public void The_head_and_the_notes_of_a_story_come_back()
    {
        var story = Read("lang: fa\nkicker: جهان\nheadline: پل بسته شد\nstandfirst: a\nbyline: Ines\nbyline: ماد\ndateline: تهران\ntext: متن\ncorrection: one\ncorrection: two")!;
        Assert.Equal(("fa", "جهان", "پل بسته شد", "a", "تهران"), (story.Language, story.Kicker, story.Headline, story.Standfirst, story.Dateline));
        Assert.Equal(["Ines", "ماد"], story.Bylines);
        Assert.Equal(["one", "two"], story.Corrections.Select(note => note.Text));
        Assert.All(story.Corrections, note => Assert.Equal(DateTimeOffset.UnixEpoch, note.At));
    }

    [Theory]
    [InlineData("row: a | | b", "a//b")]
    [InlineData("row: a|b", "a|b")]
    [InlineData("row: | a", "/a")]
    public void A_bar_between_spaces_parts_two_cells(string row, string cells) =>
        Assert.Equal(cells, string.Join('/', Assert.IsType<Table>(Assert.Single(Read(row)!.Body)).Rows.Single().Select(cell => cell.Plain)));

    [Theory]
    [InlineData("storyprint/text/v1\nno colon\n")]
    [InlineData("storyprint/text/v1\ntext:a\n")]
    [InlineData("storyprint/text/v1\ntext: \n")]
    [InlineData("storyprint/text/v1\n: a\n")]
    [InlineData("storyprint/text/v1\n\n")]
    [InlineData("storyprint/text/v1\nunknown: a\n")]
    [InlineData("storyprint/text/v1\nheadline: a\nlang: en\n")]
    [InlineData("storyprint/text/v1\ncorrection: a\ntext: b\n")]
    [InlineData("storyprint/text/v1\ntext: a")]
    [InlineData("storyprint/text/v1\r\ntext: a\r\n")]
    [InlineData("storyprint/text/v3\ntext: a\n")]
    [InlineData("text: a\n")]
    [InlineData("")]
    public void What_is_no_canonical_text_is_nothing(string text) => Assert.Null(CanonicalReader.Read(text, DateTimeOffset.UnixEpoch));

    private static StoryContent? Read(string lines) => CanonicalReader.Read($"storyprint/text/v1\n{lines.TrimEnd('\n')}\n", DateTimeOffset.UnixEpoch)?.Content;
}
