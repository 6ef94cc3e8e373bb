using Storyprint.Formats.Html;
using Storyprint.Stories.Body;
using static Storyprint.Tests.Formats.Trial;

namespace Storyprint.Tests.Formats.Html;

public sealed class HtmlToBlocksTests
{
    [Fact]
    public void White_space_folds_across_elements_as_in_a_browser()
    {
        var paragraph = Assert.IsType<Paragraph>(Assert.Single(Body("<p>\n  The <b> ferry </b>\n left <i>late</i>. </p><p>&nbsp;</p>")));

        Assert.Equal("The ferry left late.", paragraph.Text.Plain);
        Assert.Equal([Emphasis.None, Emphasis.Strong, Emphasis.None, Emphasis.Italic, Emphasis.None], paragraph.Text.Runs.Select(run => run.Emphasis));
        Assert.Equal("ferry", paragraph.Text.Runs[1].Text.Trim());
    }

    [Theory]
    [InlineData("<blockquote><p>Go.</p><cite>Maud Ferrier</cite></blockquote>")]
    [InlineData("<blockquote><p>Go.</p><footer>— <cite>Maud Ferrier</cite></footer></blockquote>")]
    [InlineData("<blockquote><p>Go.</p><p>— Maud Ferrier</p></blockquote>")]
    [InlineData("<blockquote>Go.<br>— Maud Ferrier</blockquote>")]
    [InlineData("<figure><blockquote><p>Go.</p></blockquote><figcaption>— Maud Ferrier</figcaption></figure>")]
    public void The_speaker_of_a_quotation_is_found_however_it_is_written(string html)
    {
        var quotation = Assert.IsType<Quotation>(Assert.Single(Body(html)));

        Assert.Equal("Go.", Assert.Single(quotation.Paragraphs).Plain);
        Assert.Equal("Maud Ferrier", quotation.Speaker);
    }

    [Fact]
    public void A_dialogue_with_dashes_has_no_speaker() =>
        Assert.Null(Assert.IsType<Quotation>(Assert.Single(Body("<blockquote><p>— Who?</p><p>— Me.</p></blockquote>"))).Speaker);

    [Fact]
    public void The_title_of_a_book_inside_a_quotation_is_no_speaker()
    {
        var quotation = Assert.IsType<Quotation>(Assert.Single(Body("<blockquote><p>I read <cite>Emma</cite> twice.</p></blockquote>")));

        Assert.Null(quotation.Speaker);
        Assert.Equal("I read Emma twice.", quotation.Paragraphs[0].Plain);
    }

    [Fact]
    public void Lists_inside_lists_become_deeper_items()
    {
        var list = Assert.IsType<BulletList>(Assert.Single(Body("<ol><li>one<ul><li>two<ul><li>three</ul></ul></li><li>four</ol>")));

        Assert.True(list.Ordered);
        Assert.Equal([(0, "one"), (1, "two"), (2, "three"), (0, "four")], list.Items.Select(item => (item.Depth, item.Text.Plain)));
    }

    [Fact]
    public void What_stands_between_the_items_of_a_list_is_an_item()
    {
        var list = Assert.IsType<BulletList>(Assert.Single(Body("<ul><li>one</li><div>two</div>three<ul><li>four</li></ul></ul>")));

        Assert.Equal([(0, "one"), (0, "two"), (0, "three"), (1, "four")], list.Items.Select(item => (item.Depth, item.Text.Plain)));
    }

    [Fact]
    public void Tables_keep_header_caption_and_get_equal_rows()
    {
        var table = Assert.IsType<Table>(Assert.Single(Body(
            "<table><caption>Ferries</caption><tr><th>From</th><th>At</th></tr><tr><td rowspan=2>Marlow Bay</td><td>6</td></tr><tr><td>7</td></tr><tr><td colspan=3>none</td></tr></table>")));

        Assert.Equal("Ferries", table.Caption);
        Assert.Equal(3, table.Header.Count);
        Assert.All(table.Rows, row => Assert.Equal(3, row.Count));
        Assert.Equal("7", table.Rows[1][1].Plain);
    }

    [Fact]
    public void A_table_that_only_lays_out_the_page_is_read_as_text() =>
        Assert.Equal("Words", Assert.IsType<Paragraph>(Assert.Single(Body("<table role=presentation><tr><td>Words</td></tr></table>"))).Text.Plain);

    [Fact]
    public void A_figure_gives_its_picture_caption_and_credit()
    {
        var picture = Assert.IsType<Picture>(Assert.Single(Body(
            "<figure><img src='/a.jpg' alt='A boat'><figcaption>The boat <a href='https://x.example/'>here</a>. <span class='photo-credit'>Photo: T. Reyes</span></figcaption></figure>",
            new HtmlToBlocksOptions { Address = new Uri("https://old.example/2024/x/") })));

        Assert.Equal("https://old.example/a.jpg", picture.Address);
        Assert.Equal("A boat", picture.Alt);
        Assert.Equal("The boat here.", picture.Caption.Plain);
        Assert.Equal("Photo: T. Reyes", picture.Credit);
    }

    [Theory]
    [InlineData("<img src='data:image/gif;base64,R0' data-src='https://x.example/a.jpg'>")]
    [InlineData("<img src='https://x.example/placeholder.png' data-lazy-src='https://x.example/a.jpg'>")]
    [InlineData("<img src='data:image/gif;base64,R0' srcset='https://x.example/s.jpg 300w, https://x.example/a.jpg 900w'>")]
    [InlineData("<img src='data:image/gif;base64,R0'><noscript><img src='https://x.example/a.jpg'></noscript>")]
    public void A_picture_that_loads_late_has_its_real_address(string html) =>
        Assert.Equal("https://x.example/a.jpg", Assert.Single(Body(html).OfType<Picture>()).Address);

    [Fact]
    public void A_picture_inside_a_sentence_does_not_tear_it()
    {
        var body = Body("<p>One <img src='https://x.example/a.jpg'> two.</p>");

        Assert.Equal("One two.", Assert.IsType<Paragraph>(body[0]).Text.Plain);
        Assert.IsType<Picture>(body[1]);
    }

    [Theory]
    [InlineData("<iframe src='//player.example/v/1' title='A film'></iframe>", "https://player.example/v/1")]
    [InlineData("<video><source src='https://x.example/a.mp4'>Your browser is old.</video>", "https://x.example/a.mp4")]
    [InlineData("<object data='https://x.example/a.pdf'></object>", "https://x.example/a.pdf")]
    [InlineData("<p>https://www.youtube.com/watch?v=abc</p>", "https://www.youtube.com/watch?v=abc")]
    public void What_lives_elsewhere_is_embedded_by_its_address(string html, string address) =>
        Assert.Equal(address, Assert.IsType<Embed>(Assert.Single(Body(html))).Address);

    [Fact]
    public void Code_keeps_its_lines()
    {
        var paragraph = Assert.IsType<Paragraph>(Assert.Single(Body("<pre><code>if (a)\n    b();</code></pre>")));

        Assert.Equal("if (a)\n    b();", paragraph.Text.Plain);
        Assert.All(paragraph.Text.Runs, run => Assert.Equal(Emphasis.Code, run.Emphasis));
    }

    [Fact]
    public void Words_of_unknown_elements_and_boxes_stay()
    {
        const string html = "<x-card>one</x-card><details><summary>two</summary>three</details><dl><dt>four<dd>five</dl><button>six</button><o:p>seven</o:p><fieldset><legend>eight</legend></fieldset>";

        Assert.Equal("one two three four five six seven eight", string.Join(' ', Words(Body(html)).Split('\n')));
    }

    [Fact]
    public void A_page_inside_a_form_is_a_page_and_a_form_is_left_out()
    {
        var words = string.Join(' ', Enumerable.Repeat("words", 20));

        Assert.Equal(words, Words(Body($"<form method=post><input><p>{words}</p></form>")));
        Assert.Empty(Body("<form><label>Your name</label><input></form>"));
        Assert.Equal("A form was left out: “Your name”", Assert.Single(ImportWarnings("<form><label>Your name</label><input></form>")));
    }

    [Fact]
    public void Pull_quotes_are_known_by_their_class()
    {
        var pull = Assert.IsType<PullQuote>(Assert.Single(Body("<figure class='wp-block-pullquote'><blockquote><p>Nowhere to go.</p><cite>Maud</cite></blockquote></figure>")));

        Assert.Equal(("Nowhere to go.", "Maud"), (pull.Text.Plain, pull.Speaker));
    }

    [Fact]
    public void Typed_line_ends_count_where_they_are_meant()
    {
        var body = Body("One\ntwo\n\nthree<br />\nfour\n<h2>Five</h2>\nsix", new HtmlToBlocksOptions { NewlinesBreak = true });

        Assert.Equal(["One\ntwo", "three\nfour", "Five", "six"], body.SelectMany(block => block.Texts));
    }

    [Fact]
    public void Words_that_were_struck_out_are_named() =>
        Assert.Contains(ImportWarnings("<p>He was <del>guilty</del> there.</p>"), warning => warning.Contains("guilty", StringComparison.Ordinal));
}
