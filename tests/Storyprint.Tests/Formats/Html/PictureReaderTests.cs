using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class PictureReaderTests
{
    [Theory]
    [InlineData("<img src='https://a.example/b.jpg'>", "https://a.example/b.jpg")]
    [InlineData("<img src='data:image/gif;base64,R0' data-src='https://a.example/late.jpg'>", "https://a.example/late.jpg")]
    [InlineData("<img src='/placeholder.png' data-lazy-src='/late.jpg'>", "https://home.example/late.jpg")]
    [InlineData("<img srcset='/s.jpg 300w, /l.jpg 1200w'>", "https://home.example/l.jpg")]
    [InlineData("<img srcset='/s.jpg 300w,/l.jpg 1200w'>", "https://home.example/l.jpg")]
    [InlineData("<img srcset='/l.jpg 1200w,\n/s.jpg 300w'>", "https://home.example/l.jpg")]
    [InlineData("<img srcset='/s.jpg 300w,\n  /l.jpg\t1200w'>", "https://home.example/l.jpg")]
    [InlineData("<img srcset='/one.jpg, /two.jpg 2x'>", "https://home.example/two.jpg")]
    [InlineData("<img srcset='/crop,w_300/a.jpg 300w, /crop,w_900/a.jpg 900w'>", "https://home.example/crop,w_900/a.jpg")]
    [InlineData("<picture><source srcset='/a.webp'><img></picture>", "https://home.example/a.webp")]
    [InlineData("<img src='blank.gif'><noscript><img src='/real.jpg'></noscript>", "https://home.example/real.jpg")]
    [InlineData("<img src='/عکس.jpg'>", "https://home.example/%D8%B9%DA%A9%D8%B3.jpg")]
    public void The_address_is_found_wherever_the_page_keeps_it(string html, string address) =>
        Assert.Equal(address, Read(html).Picture!.Address);

    [Theory]
    [InlineData("<img>", "A picture without an address was left out.")]
    [InlineData("<img alt='قایق'>", "A picture without an address was left out: “قایق”")]
    [InlineData("<img src='javascript:x'>", "A picture whose address cannot be used was left out: javascript:x")]
    [InlineData("<img src='#' alt='a'>", "A picture whose address cannot be used was left out: # (“a”)")]
    public void A_picture_nobody_could_fetch_is_named(string html, string warning)
    {
        var (picture, warnings) = Read(html);
        Assert.Null(picture);
        Assert.Equal([warning], warnings);
    }

    [Fact]
    public void A_counting_pixel_is_no_picture_and_no_loss()
    {
        var (picture, warnings) = Read("<img src='https://count.example/p' width=1 height=1>");
        Assert.Null(picture);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("<img class='emoji' alt='😀'>", "😀")]
    [InlineData("<img class='wp-smiley' alt=':)'>", ":)")]
    [InlineData("<img class='emoji' alt=''>", null)]
    [InlineData("<img class='emoji' alt='a long description of it'>", null)]
    [InlineData("<img alt='😀'>", null)]
    public void An_emoji_drawn_as_a_picture_is_its_character(string html, string? expected) =>
        Assert.Equal(expected, PictureReader.Emoji(new Markup(html).First("img")));

    [Theory]
    [InlineData(null, "", "")]
    [InlineData("The quay", "The quay", "")]
    [InlineData("The quay | Ines Calloway", "The quay", "Ines Calloway")]
    [InlineData("اسکله|نسترن", "اسکله", "نسترن")]
    [InlineData("a | b | c", "a | b", "c")]
    [InlineData("| Ines", "", "Ines")]
    [InlineData("a |", "a", "")]
    public void A_title_is_caption_and_credit(string? title, string caption, string credit) =>
        Assert.Equal((caption, credit), PictureReader.CaptionAndCredit(title));

    [Theory]
    [InlineData("pictures/a.jpg", "file:pictures/a.jpg")]
    [InlineData("../../secret.jpg", "file:../../secret.jpg")]
    [InlineData("https://a.example/b.jpg", "https://a.example/b.jpg")]
    [InlineData("data:image/png;base64,AA", null)]
    [InlineData("#top", null)]
    [InlineData("", null)]
    public void The_owner_of_an_archive_answers_for_relative_addresses_only(string given, string? expected) =>
        Assert.Equal(expected, PictureReader.Where(given, new HtmlToBlocksOptions { FindPicture = path => "file:" + path }));

    private static (Picture? Picture, IReadOnlyList<string> Warnings) Read(string html)
    {
        var markup = new Markup(html, new HtmlToBlocksOptions { Address = new Uri("https://home.example/") });
        return (PictureReader.Read(markup.First("img"), markup.Reader), markup.Warnings.Sentences);
    }
}
