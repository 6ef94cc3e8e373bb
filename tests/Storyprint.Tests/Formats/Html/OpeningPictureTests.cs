using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class OpeningPictureTests
{
    private static readonly Paragraph Words = new(RichText.From("Words."));

    [Fact]
    public void A_picture_that_also_stands_in_the_text_is_shown_once_with_all_that_is_said_of_it()
    {
        var (body, warnings) = Before(new Picture { Address = "a.jpg", Credit = "Anna Berg" }, Words, new Picture { Address = "a.jpg", Alt = "A boat", Caption = RichText.From("The boat") }, Words);
        Assert.Equal([typeof(Picture), typeof(Paragraph), typeof(Paragraph)], body.Select(block => block.GetType()));
        var picture = (Picture)body[0];
        Assert.Equal(("A boat", "The boat", "Anna Berg"), (picture.Alt, picture.Caption.Plain, picture.Credit));
        Assert.Empty(warnings);
    }

    [Fact]
    public void Another_caption_or_credit_is_named()
    {
        var (body, warnings) = Before(new Picture { Address = "a.jpg", Caption = RichText.From("One"), Credit = "A" }, Words, new Picture { Address = "a.jpg", Caption = RichText.From("Two"), Credit = "B" });
        Assert.Equal("One", Assert.IsType<Picture>(body[0]).Caption.Plain);
        Assert.Equal(2, body.Count);
        Assert.Collection(warnings, said => Assert.Contains("“Two”", said, StringComparison.Ordinal), said => Assert.Contains("“B”", said, StringComparison.Ordinal));
    }

    [Fact]
    public void Other_pictures_stay_where_they_are()
    {
        var (body, warnings) = Before(new Picture { Address = "a.jpg" }, Words, new Picture { Address = "b.jpg" });
        Assert.Equal(["a.jpg", "b.jpg"], body.OfType<Picture>().Select(picture => picture.Address));
        Assert.Equal([Words], Before(null, Words).Body);
        Assert.Empty(warnings);
    }

    private static (IReadOnlyList<Block> Body, IReadOnlyList<string> Warnings) Before(Picture? opening, params Block[] body)
    {
        var warnings = new ImportWarnings();
        return (OpeningPicture.Before(body, opening, (one, other) => one == other, warnings), warnings.Sentences);
    }
}
