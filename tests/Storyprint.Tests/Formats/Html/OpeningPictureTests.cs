using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class OpeningPictureTests
{
    private static readonly Paragraph Words = new(RichText.From("Words."));

    [Fact]
    public void A_picture_that_also_stands_in_the_text_is_shown_once_with_all_that_is_said_of_it()
    {
        var body = Before(new Picture { Address = "a.jpg", Credit = "Anna Berg" }, Words, new Picture { Address = "a.jpg", Alt = "A boat", Caption = RichText.From("The boat") }, Words);
        Assert.Equal([typeof(Picture), typeof(Paragraph), typeof(Paragraph)], body.Select(block => block.GetType()));
        var picture = (Picture)body[0];
        Assert.Equal(("A boat", "The boat", "Anna Berg"), (picture.Alt, picture.Caption.Plain, picture.Credit));
    }

    [Theory]
    [InlineData("One.", "Two.", "One. Two.")]
    [InlineData("One.", "One.", "One.")]
    [InlineData("One.", "One. And more.", "One. And more.")]
    [InlineData("One. And more.", "One.", "One. And more.")]
    [InlineData("", "Two.", "Two.")]
    [InlineData("One.", "", "One.")]
    public void No_caption_and_no_credit_is_lost_and_none_is_said_twice(string one, string other, string both)
    {
        var picture = Assert.IsType<Picture>(Before(
            new Picture { Address = "a.jpg", Caption = RichText.From(one), Credit = "A" }, Words, new Picture { Address = "a.jpg", Caption = RichText.From(other), Credit = "B" })[0]);
        Assert.Equal((both, "A / B"), (picture.Caption.Plain, picture.Credit));
    }

    [Fact]
    public void Other_pictures_stay_where_they_are()
    {
        Assert.Equal(["a.jpg", "b.jpg"], Before(new Picture { Address = "a.jpg" }, Words, new Picture { Address = "b.jpg" }).OfType<Picture>().Select(picture => picture.Address));
        Assert.Equal([Words], Before(null, Words));
    }

    private static IReadOnlyList<Block> Before(Picture? opening, params Block[] body) => OpeningPicture.Before(body, opening, (one, other) => one == other);
}
