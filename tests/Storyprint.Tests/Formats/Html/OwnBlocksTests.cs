using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

/// <summary>Blocks that HTML says by <see cref="OwnBlocks.Attribute"/>.</summary>
public sealed class OwnBlocksTests
{
    [Fact]
    public void A_fact_box_has_a_title_paragraphs_and_items_and_puts_out_what_it_cannot_hold()
    {
        var body = Trial.Body("<section data-storyprint='fact-box'><h2>Figures</h2><p>Built in <b>1911</b>.</p><ul><li>214 metres</li></ul><table><tr><td>a</td><td>b</td></tr></table></section>");
        var box = Assert.IsType<FactBox>(body[0]);
        Assert.Equal(("Figures", "Built in 1911.|214 metres"), (box.Title, string.Join('|', box.Lines.Select(line => line.Text.Plain))));
        Assert.Equal([false, true], box.Lines.Select(line => line.IsItem));
        Assert.IsType<Table>(body[1]);
    }

    [Fact]
    public void A_sound_has_title_caption_credit_transcript_length_and_how_it_was_made()
    {
        var media = Assert.IsType<MediaFile>(Assert.Single(Trial.Body(
            """
            <figure data-storyprint="media"><audio src="https://a.example/bells.mp3" title="Bells" data-seconds="65" data-made="digitalCapture"></audio>
            <figcaption>At noon. <span class="credit">Ines Calloway</span></figcaption><div class="transcript"><p>One stroke.</p><p>Eleven more.</p></div></figure>
            """)));
        Assert.Equal((MediaKind.Audio, "https://a.example/bells.mp3", "Bells", "At noon.", "Ines Calloway", 65, DigitalSourceType.DigitalCapture),
            (media.Kind, media.Address, media.Title, media.Caption.Plain.Trim(), media.Credit, media.Seconds, media.Made));
        Assert.Equal(["One stroke.", "Eleven more."], media.Transcript.Lines.Select(line => line.Plain));
    }

    [Fact]
    public void Interviews_links_to_stories_and_documents_are_read()
    {
        var body = Trial.Body(
            """
            <div data-storyprint="interview"><p class="question">Why?</p><p>So.</p><p>And so.</p></div>
            <ul data-storyprint="related"><li><a href="/news/1125540">The library</a></li><li>no link</li></ul>
            <p data-storyprint="corrects"><a href="/news/1125540">The older story</a></p>
            <p data-storyprint="document"><a href="https://a.example/plan.pdf">The plan</a></p>
            """);
        Assert.Equal(["QuestionAndAnswer", "RelatedStories", "CorrectionOf", "DocumentFile"], body.Select(block => block.GetType().Name));
        Assert.Equal("Why?|So.|And so.|The library|The older story|The plan", string.Join('|', body.SelectMany(block => block.Texts)));
    }

    [Theory]
    [InlineData("<p data-storyprint='corrects'><a href='https://elsewhere.example/'>Words</a></p>")]
    [InlineData("<p data-storyprint='document'><a href='javascript:alert(1)'>Words</a></p>")]
    [InlineData("<div data-storyprint='media'><p>Words</p></div>")]
    [InlineData("<div data-storyprint='opera'><p>Words</p></div>")]
    public void What_is_none_of_them_is_read_like_any_other_text(string html) => Assert.Equal("Words", Trial.Words(Trial.Body(html)));

    [Fact]
    public void Pictures_of_a_gallery_remember_where_they_stood()
    {
        var body = Trial.Body("<figure class='wp-block-gallery'><figure><img src='https://a.example/1.jpg'></figure><figure><img src='https://a.example/2.jpg'></figure><figcaption>Both</figcaption></figure>");
        Assert.Equal([GalleryPlace.Inside | GalleryPlace.First, GalleryPlace.Inside | GalleryPlace.BeforeCaption], body.OfType<Picture>().Select(picture => picture.Gallery));
        Assert.Equal("Both", Assert.IsType<Paragraph>(body[2]).Text.Plain);
        Assert.Equal(GalleryPlace.None, Assert.IsType<Picture>(Assert.Single(Trial.Body("<figure class='wp-block-gallery'><img src='https://a.example/1.jpg'></figure>"))).Gallery);
    }
}
