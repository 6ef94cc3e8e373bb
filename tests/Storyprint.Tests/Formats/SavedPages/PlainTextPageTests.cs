using Storyprint.Formats.SavedPages;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class PlainTextPageTests
{
    private const string Long = "the ferry that left the quay in the morning did not arrive at noon";

    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\t\n\u00A0", "")]
    [InlineData("one\ntwo", "one|two")]
    [InlineData("one\r\n\r\ntwo\rthree", "one|two|three")]
    [InlineData("one\ftwo\u2028three\u2029four", "one|two|three|four")]
    [InlineData("\uFEFF\u200Fپل  بسته\u200Cشد\u200E", "پل بسته\u200Cشد")]
    [InlineData("渡船\n靠岸", "渡船|靠岸")]
    [InlineData("a\0b", "ab")]
    public void Each_line_is_a_paragraph(string text, string paragraphs) => Assert.Equal(paragraphs, Lines(text));

    [Fact]
    public void Lines_that_a_program_wrapped_are_one_paragraph() => Assert.Equal($"{Long} {Long} end.", Lines($"{Long}\n{Long}\nend."));

    [Theory]
    [InlineData("short\n" + Long)]
    [InlineData(Long + "\nDate: 1 March 2024")]
    [InlineData(Long + "\nPrint")]
    public void Lines_of_different_kinds_stay_apart(string text) => Assert.Equal(2, PlainTextPage.Read(text).Body.Count);

    private static string Lines(string text) => string.Join('|', PlainTextPage.Read(text).Body.Select(LabelledLines.Line));
}
