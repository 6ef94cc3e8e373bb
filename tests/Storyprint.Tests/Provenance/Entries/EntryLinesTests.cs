using System.Text;
using Storyprint.Provenance.Entries;

namespace Storyprint.Tests.Provenance.Entries;

public sealed class EntryLinesTests
{
    [Theory]
    [InlineData("a\n", "a")]
    [InlineData("kind x\nprev -\n", "kind x|prev -")]
    [InlineData("\n", "")]
    [InlineData("a\n\n", "a|")]
    public void Lines_are_split_at_line_feeds(string text, string expected)
    {
        Assert.True(EntryLines.TrySplit(Encoding.UTF8.GetBytes(text), out var lines));
        Assert.Equal(expected, string.Join('|', lines));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a\nb")]
    [InlineData("a\r\n")]
    [InlineData("a\tb\n")]
    [InlineData("a\0\n")]
    [InlineData("a\u007F\n")]
    [InlineData("café\n")]
    [InlineData("پل\n")]
    [InlineData("橋\n")]
    public void Anything_but_printable_ASCII_is_refused(string text) => Assert.False(EntryLines.TrySplit(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("prev 5", "prev", "5")]
    [InlineData("prev  5", "prev", " 5")]
    [InlineData("prev -", "prev", "-")]
    [InlineData("prev ", "prev", null)]
    [InlineData("prev", "prev", null)]
    [InlineData("previous 5", "prev", null)]
    [InlineData("Prev 5", "prev", null)]
    [InlineData(" prev 5", "prev", null)]
    [InlineData("", "prev", null)]
    public void A_value_stands_one_space_behind_its_word(string line, string word, string? value) => Assert.Equal(value, EntryLines.Value(line, word));
}
