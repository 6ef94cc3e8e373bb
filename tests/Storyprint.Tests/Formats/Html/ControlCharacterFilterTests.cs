using Storyprint.Formats.Html;

namespace Storyprint.Tests.Formats.Html;

public sealed class ControlCharacterFilterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("a\0b\u0008c\u007Fd\uFFFEe\uFFFFf", "abcdef")]
    [InlineData("tab\tline\nreturn\r", "tab\tline\nreturn\r")]
    [InlineData("one\ftwo\vthree", "one two three")]
    [InlineData("\u0093caf\u00E9\u0094 \u0096 \u0085\u0081", "“café” – …")]
    [InlineData("می\u200Cخواهم\u0002", "می\u200Cخواهم")]
    [InlineData("\u200Fمتن\u200E", "\u200Fمتن\u200E")]
    [InlineData("文\u001F字 😀", "文字 😀")]
    public void Control_characters_go_and_what_spelling_needs_stays(string text, string expected) =>
        Assert.Equal(expected, ControlCharacterFilter.Remove(text));

    [Fact]
    public void A_clean_text_is_not_copied()
    {
        var text = new string('a', 100);
        Assert.Same(text, ControlCharacterFilter.Remove(text));
    }

    [Fact]
    public void Half_a_character_goes_and_a_whole_one_stays()
    {
        Assert.Equal("ab", ControlCharacterFilter.Remove("a\uD800b"));
        Assert.Equal("ab", ControlCharacterFilter.Remove("a\uDC00b\uD83D"));
        Assert.Equal("\U0001F600", ControlCharacterFilter.Remove("\U0001F600\uDE00"));
    }

    [Fact]
    public void Blanking_keeps_the_length_so_that_places_stay_true()
    {
        var text = "a\0\u0001b\n".ToCharArray();
        ControlCharacterFilter.Blank(text);
        Assert.Equal("a  b\n", new string(text));
    }
}
