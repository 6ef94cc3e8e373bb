using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class ListReaderTests
{
    [Theory]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "0a 0b")]
    [InlineData("<ul><li>a<li>b</ul>", "0a 0b")]
    [InlineData("<ol><li>یک<ul><li>دو<ul><li>سه</ul></ul><li>چهار</ol>", "0یک 1دو 2سه 0چهار")]
    [InlineData("<ul><ul><li>内</li></ul><li>外</li></ul>", "1内 0外")]
    [InlineData("<ul><li><ul><li>a</li></ul></li></ul>", "1a")]
    [InlineData("<ul>loose<li>a</li></ul>", "0loose 0a")]
    [InlineData("<ul><p>loose</p><li>a</li></ul>", "0loose 0a")]
    [InlineData("<ul><li> </li><li>a</li></ul>", "0a")]
    public void Items_carry_their_depth(string html, string items)
    {
        var list = Assert.IsType<BulletList>(Assert.Single(Read(html).Blocks));
        Assert.Equal(items, string.Join(' ', list.Items.Select(item => item.Depth + item.Text.Plain)));
        Assert.Equal(html.StartsWith("<ol", StringComparison.Ordinal), list.Ordered);
    }

    [Fact]
    public void Paragraphs_of_one_item_are_lines_of_one_text() =>
        Assert.Equal("a\nb", Assert.IsType<BulletList>(Assert.Single(Read("<ul><li><p>a</p><p>b</p></li></ul>").Blocks)).Items.Single().Text.Plain);

    [Fact]
    public void Words_behind_an_inner_list_are_not_lost() =>
        Assert.Equal("a,b,c", string.Join(',', Assert.IsType<BulletList>(Read("<ul><li>a<ul><li>b</ul>c</ul>").Blocks[0]).Items.Select(item => item.Text.Plain)));

    [Fact]
    public void A_picture_in_an_item_stands_behind_the_list()
    {
        var blocks = Read("<ul><li>a<img src='https://a.example/b.jpg'></li><li>c</li></ul>").Blocks;
        Assert.Equal(2, Assert.IsType<BulletList>(blocks[0]).Items.Count);
        Assert.IsType<Picture>(blocks[1]);
    }

    [Theory]
    [InlineData("<ol start=5><li>a</ol>", 1)]
    [InlineData("<ol start=1><li>a</ol>", 0)]
    [InlineData("<ol reversed><li>a</ol>", 1)]
    [InlineData("<ol><li value=7>a</ol>", 1)]
    [InlineData("<ol start=five><li>a</ol>", 0)]
    [InlineData("<ul start=5><li>a</ul>", 0)]
    public void A_number_that_a_list_began_at_is_named_where_it_is_lost(string html, int warnings) =>
        Assert.Equal(warnings, Read(html).Warnings.Count);

    [Theory]
    [InlineData("<ul></ul>")]
    [InlineData("<ul><li></li></ul>")]
    public void An_empty_list_is_nothing(string html) => Assert.Empty(Read(html).Blocks);

    private static (IReadOnlyList<Block> Blocks, IReadOnlyList<string> Warnings) Read(string html)
    {
        var markup = new Markup(html);
        return (ListReader.Read(markup.First("ul, ol"), markup.Reader), markup.Warnings.Sentences);
    }
}
