using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class XmlCharacterFilterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n\r\t <?xml?>", "<?xml?>")]
    [InlineData("<a>\0پل\u0008橋\uFFFF</a>", "<a> پل 橋 </a>")]
    [InlineData("<a>\n\t</a>", "<a>\n\t</a>")]
    [InlineData("    ", "")]
    public void Forbidden_characters_are_blank_and_nothing_stands_before_the_beginning(string text, string expected)
    {
        using var filter = new XmlCharacterFilter(new StringReader(text));
        Assert.Equal(expected, filter.ReadToEnd());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void White_space_longer_than_one_piece_is_skipped_whole(int size)
    {
        using var filter = new XmlCharacterFilter(new StringReader(new string('\n', 10) + "<a>\u0001</a>"));
        var (read, piece) = (string.Empty, new char[size]);
        for (int count; (count = filter.Read(piece, 0, size)) > 0;)
        {
            read += new string(piece, 0, count);
        }

        Assert.Equal("<a> </a>", read);
    }

    [Fact]
    public void One_character_is_filtered_as_well()
    {
        using var filter = new XmlCharacterFilter(new StringReader("\n\u0001x"));
        Assert.Equal((' ', 'x', -1), (filter.Read(), filter.Read(), filter.Read()));
    }
}
