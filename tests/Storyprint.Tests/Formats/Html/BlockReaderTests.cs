using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class BlockReaderTests
{
    [Theory]
    [InlineData("<p>one</p><p>two</p>", "one|two")]
    [InlineData("one<div>two</div>three", "one|two|three")]
    [InlineData("<p>پل بسته شد</p>متن", "پل بسته شد|متن")]
    [InlineData("<section><article>橋は<b>閉鎖</b>。</article></section>", "橋は閉鎖。")]
    [InlineData("<dl><dt>Term</dt><dd>Meaning</dd></dl>", "Term|Meaning")]
    [InlineData("a<style>b</style><svg><text>c</text></svg><template>d</template>e", "ae")]
    [InlineData("<p>&nbsp;</p><p>\u200B</p><p></p>", "")]
    [InlineData("he said <q>no</q>", "he said “no”")]
    public void Boxes_begin_paragraphs_and_inline_elements_do_not(string html, string paragraphs) =>
        Assert.Equal(paragraphs, string.Join('|', Inside(html).Cast<Paragraph>().Select(paragraph => paragraph.Text.Plain)));

    [Theory]
    [InlineData("h1", 2)]
    [InlineData("h2", 2)]
    [InlineData("h3", 3)]
    [InlineData("h6", 3)]
    public void Headings_come_to_the_two_levels_below_the_headline(string name, int level) =>
        Assert.Equal(level, Assert.IsType<Heading>(Assert.Single(Inside($"<{name}>Words</{name}>"))).Level);

    [Fact]
    public void A_picture_inside_a_heading_stands_behind_it()
    {
        var blocks = Inside("<h2>Words<img src='https://a.example/b.jpg' alt='c'></h2>");
        Assert.IsType<Heading>(blocks[0]);
        Assert.IsType<Picture>(blocks[1]);
    }

    [Theory]
    [InlineData("<p>a</p><script>run()</script>", "A script was left out.")]
    [InlineData("<form><input name='a'></form>", "A form was left out.")]
    [InlineData("<svg><text>12 %</text><text>Roads</text></svg>", "A drawing (SVG) was left out: “12 % Roads”")]
    [InlineData("<p>was <s>red</s></p>", "Words that were struck out stand as ordinary words: “red”.")]
    public void What_is_left_out_is_said(string html, string warning)
    {
        var markup = new Markup(html);
        markup.Reader.Inside(markup.First("body"));
        Assert.Equal([warning], markup.Warnings.Sentences);
    }

    [Fact]
    public void A_script_before_the_first_word_is_told() => Assert.Equal([BlockReader.ScriptLeftOut], Trial.ImportWarnings("<script>run()</script><p>a</p>"));

    [Fact]
    public void A_script_of_data_is_no_loss()
    {
        var markup = new Markup("<p>a</p><script type='application/ld+json'>{}</script>");
        markup.Reader.Inside(markup.First("body"));
        Assert.Empty(markup.Warnings.Sentences);
    }

    [Fact]
    public void Preformatted_text_keeps_its_spaces_and_is_code_unless_it_is_verse()
    {
        Assert.Equal(new TextRun("a  b\n c", Emphasis.Code), Runs("<pre>a  b\n c</pre>").Single());
        Assert.Equal(new TextRun("a  b\n c"), Runs("<pre class='wp-block-verse'>a  b\n c</pre>").Single());
    }

    [Theory]
    [InlineData("one\ntwo", "one\ntwo")]
    [InlineData("one\r\ntwo", "one\ntwo")]
    [InlineData("one\n\ntwo", "one|two")]
    [InlineData("one<br>\ntwo", "one\ntwo")]
    [InlineData("یک\n\n\n\nدو", "یک|دو")]
    public void Typed_line_ends_break_where_the_archive_means_them(string html, string expected) =>
        Assert.Equal(expected, string.Join('|', Inside(html, new HtmlToBlocksOptions { NewlinesBreak = true }).SelectMany(block => block.Texts)));

    [Fact]
    public void A_tick_box_of_a_task_list_stays_as_a_sign() =>
        Assert.Equal("☑ done\n☐ open", string.Join('\n', Inside("<ul><li><input type=checkbox checked>done<li><input type=checkbox>open</ul>").SelectMany(block => block.Texts)));

    private static IReadOnlyList<TextRun> Runs(string html) => Assert.IsType<Paragraph>(Assert.Single(Inside(html))).Text.Runs;

    private static IReadOnlyList<Block> Inside(string html, HtmlToBlocksOptions? options = null)
    {
        var markup = new Markup(html, options);
        return markup.Reader.Body(markup.First("body"));
    }
}
