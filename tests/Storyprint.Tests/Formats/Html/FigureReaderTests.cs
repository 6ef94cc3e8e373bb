using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class FigureReaderTests
{
    private const string Image = "<img src='https://a.example/b.jpg' alt='c'>";

    [Theory]
    [InlineData("<figcaption>The quay</figcaption>", "The quay", "")]
    [InlineData("<figcaption>اسکله <cite>عکس: نسترن</cite></figcaption>", "اسکله", "عکس: نسترن")]
    [InlineData("<figcaption>埠頭 <span class='photo-credit'>(新華社)</span></figcaption>", "埠頭", "新華社")]
    [InlineData("<p class='wp-caption-text'>Old caption</p>", "Old caption", "")]
    [InlineData("<figcaption></figcaption>", "", "")]
    public void A_picture_has_the_caption_and_the_credit_of_its_figure(string caption, string words, string credit)
    {
        var picture = Assert.IsType<Picture>(Assert.Single(Read($"<figure>{Image}{caption}</figure>").Blocks));
        Assert.Equal((words, credit), (picture.Caption.Plain, picture.Credit));
    }

    [Fact]
    public void The_caption_of_several_pictures_stands_below_them()
    {
        var blocks = Read($"<figure>{Image}{Image}<figcaption>Both</figcaption></figure>").Blocks;
        Assert.Equal("Both", Assert.IsType<Paragraph>(blocks[2]).Text.Plain);
    }

    [Theory]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>")]
    [InlineData("<iframe src='https://film.example/1'></iframe>")]
    [InlineData("<blockquote>Words</blockquote>")]
    public void A_caption_becomes_title_or_speaker_of_what_has_none_and_its_link_is_named(string inside)
    {
        var (blocks, warnings) = Read($"<figure>{inside}<figcaption>— <a href='https://x.example/'>Name</a></figcaption></figure>");
        var said = Assert.Single(blocks) switch
        {
            Table table => table.Caption,
            Embed embed => embed.Title,
            Quotation quotation => quotation.Speaker,
            _ => null,
        };
        Assert.EndsWith("Name", said, StringComparison.Ordinal);
        Assert.Equal(["A link in a caption was left out: https://x.example/"], warnings);
    }

    [Fact]
    public void A_figure_inside_a_figure_keeps_its_own_caption()
    {
        var blocks = Read($"<figure><figure>{Image}<figcaption>inner</figcaption></figure>{Image}<figcaption>outer</figcaption></figure>").Blocks;
        Assert.Equal("inner", Assert.IsType<Picture>(blocks[0]).Caption.Plain);
        Assert.Equal("outer", Assert.IsType<Paragraph>(blocks[2]).Text.Plain);
    }

    [Fact]
    public void A_figure_with_nothing_but_a_caption_keeps_the_words() =>
        Assert.Equal("Alone", Assert.IsType<Paragraph>(Assert.Single(Read("<figure><figcaption>Alone</figcaption></figure>").Blocks)).Text.Plain);

    private static (IReadOnlyList<Block> Blocks, IReadOnlyList<string> Warnings) Read(string html)
    {
        var markup = new Markup(html);
        return (FigureReader.Read(markup.First("figure"), markup.Reader), markup.Warnings.Sentences);
    }
}
