using Storyprint.Formats.Encodings;

namespace Storyprint.Tests.Formats.Encodings;

public sealed class GuessedBytesTests
{
    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xE9, (byte)'b' }, "aéb", 1)]
    [InlineData(new byte[] { 0x93, (byte)'x', 0x94 }, "“x”", 2)]
    [InlineData(new byte[] { 0xC3, 0xA9 }, "é", 0)]
    [InlineData(new byte[] { 0xC3 }, "Ã", 1)]
    public void Bytes_that_are_no_UTF8_are_kept_and_read_as_Windows_1252(byte[] bytes, string read, int guessed)
    {
        var text = GuessedBytes.Utf8.GetString(bytes);
        Assert.Equal((guessed, guessed > 0, read), (GuessedBytes.Count(text), GuessedBytes.AreIn(text), GuessedBytes.Read(text)));
        Assert.Equal(guessed > 0, GuessedBytes.First(text) >= 0);
    }

    [Fact]
    public void Letters_beyond_the_first_plane_are_none_of_them() => Assert.Equal((0, "😀"), (GuessedBytes.Count("😀"), GuessedBytes.Read("😀")));
}
