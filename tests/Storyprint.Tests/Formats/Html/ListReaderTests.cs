using System.Globalization;
using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

/// <summary>Lists as they come in, with their <see cref="ListNumbers"/>.</summary>
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
    [InlineData("<ol start=5><li>a<li>b</ol>", "5 .")]
    [InlineData("<ol start=0><li>a</ol>", "0")]
    [InlineData("<ol start=1><li>a</ol>", ".")]
    [InlineData("<ol start=five><li>a</ol>", ".")]
    [InlineData("<ol reversed><li>a<li>b<li>c</ol>", "3 2 1")]
    [InlineData("<ol reversed start=9><li>a<li>b</ol>", "9 8")]
    [InlineData("<ol reversed><li>a</ol>", ".")]
    [InlineData("<ol><li>a<li value=7>b<li>c</ol>", ". 7 .")]
    [InlineData("<ol start=3><li>a<ol start=2><li>b</ol><li>c</ol>", "3 2 .")]
    [InlineData("<ol start=3><li>a<ul><li>b</ul>c<li>d</ol>", "3 . . .")]
    [InlineData("<ol><li>a<ul><li>b</ul>c<li>d</ol>", ". . . .")]
    [InlineData("<ol><li><img src='https://a.example/b.jpg'><li>b</ol>", "2")]
    [InlineData("<ol><li>a<p>loose</p><li>b<li>c</ol>", ". . .")]
    [InlineData("<ul style='list-style-type: decimal' start=4><li>a</ul>", "4")]
    [InlineData("<ol start=3><li> <li>b</ol>", "4")]
    [InlineData("<ul start=5><li>a</ul>", ".")]
    [InlineData("<ul><li value=5>a</ul>", ".")]
    public void A_list_keeps_the_numbers_that_readers_saw(string html, string numbers)
    {
        var (blocks, warnings) = Read(html);
        Assert.Equal(numbers, string.Join(' ', Assert.IsType<BulletList>(blocks[0]).Items.Select(item => item.Number?.ToString(CultureInfo.InvariantCulture) ?? ".")));
        Assert.All(warnings, warning => Assert.StartsWith("A picture in a list stands behind it", warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<ol><li>a<ul><li>b</ul>c<li>d</ol>", "1. a|• b|• c|2. d")]
    [InlineData("<ol><li>a</li><p>note</p>more<li>b</ol>", "1. a|• note|• more|2. b")]
    [InlineData("<ol start=4><li>a<ol><li>b<li>c</ol><li>d<ol><li>e</ol></ol>", "4. a|1. b|2. c|5. d|1. e")]
    [InlineData("<ol reversed><li>a<li>b</ol>", "2. a|1. b")]
    [InlineData("<ul><li>a<ol start=3><li>b</ol></ul>", "• a|3. b")]
    [InlineData("<ol><li><b>a</b><li><a href='https://a.example/'>b</a></ol>", "1. a|2. b")]
    public void As_lines_its_items_have_the_marks_that_a_reader_sees(string html, string lines) =>
        Assert.Equal(lines, string.Join('|', ListLines.Of(Assert.IsType<BulletList>(Read(html).Blocks[0])).Select(line => line.Plain)));

    [Fact]
    public void Words_before_the_first_number_stand_before_the_list() =>
        Assert.Equal("before", Assert.IsType<Paragraph>(Read("<ol>before<li>a</ol>").Blocks[0]).Text.Plain);

    [Theory]
    [InlineData("<ol type=a><li>a</ol>", "a")]
    [InlineData("<ol type=I start=4><li>a</ol>", "I")]
    [InlineData("<ol style='list-style-type:lower-roman'><li>a</ol>", "lower-roman")]
    [InlineData("<ol style='color:red; LIST-STYLE: inside upper-alpha'><li>a</ol>", "inside upper-alpha")]
    [InlineData("<ol><li style='list-style-type:lower-alpha'>a</ol>", "lower-alpha")]
    public void Letters_are_told(string html, string counter)
    {
        var (blocks, warnings) = Read(html);
        Assert.True(Assert.IsType<BulletList>(Assert.Single(blocks)).Ordered);
        Assert.Equal($"A list that was counted otherwise than with numbers ({counter}) is numbered 1, 2, 3: “a”", Assert.Single(warnings));
    }

    [Theory]
    [InlineData("<ol type=1><li>a</ol>", true)]
    [InlineData("<ol style='list-style-type:persian'><li>a</ol>", true)]
    [InlineData("<ol style='list-style:none'><li>a</ol>", true)]
    [InlineData("<ul type=square><li>a</ul>", false)]
    [InlineData("<ul style='list-style-type:disc'><li>a</ul>", false)]
    [InlineData("<menu><li>a</menu>", false)]
    public void A_list_is_numbered_where_it_says_so(string html, bool isNumbered)
    {
        var markup = new Markup(html);
        Assert.Equal(isNumbered ? ListCounterKind.Numbers : ListCounterKind.None, ListCounter.Of(markup.First("ol, ul, menu"), markup.First("li")).Kind);
    }

    [Theory]
    [InlineData("<ol start=-1><li>a</ol>")]
    [InlineData("<ol start=99999999><li>a</ol>")]
    [InlineData("<ol reversed start=0><li>a<li>b</ol>")]
    public void Numbers_that_no_list_has_here_are_named(string html)
    {
        var (blocks, warnings) = Read(html);
        Assert.All(Assert.IsType<BulletList>(Assert.Single(blocks)).Items, item => Assert.Null(item.Number));
        Assert.Contains("numbered from 1", Assert.Single(warnings), StringComparison.Ordinal);
    }

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
