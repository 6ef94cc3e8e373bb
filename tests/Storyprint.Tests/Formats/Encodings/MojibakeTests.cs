using Storyprint.Formats.Encodings;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Encodings;

public sealed class MojibakeTests
{
    [Theory]
    [InlineData("The cafÃ© opens", true)]
    [InlineData("The libraryâ€™s door", true)]
    [InlineData("Ð¡ÐµÐ²ÐµÑ€", true)]
    [InlineData("Ø§ÛŒÙ†", true)]
    [InlineData("São Paulo, Ângela, Øresund, Ñandú", false)]
    [InlineData("«Ã» is a letter", false)]
    [InlineData("plain", false)]
    public void Text_that_was_decoded_twice_is_named(string text, bool isNamed)
    {
        Assert.Equal(isNamed, Mojibake.Of(text, []) is not null);
        Assert.Equal(isNamed, Mojibake.Of("A headline", [new Paragraph(RichText.From(text))]) is not null);
    }
}
