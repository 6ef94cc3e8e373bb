using Storyprint.Storage.Search;

namespace Storyprint.Tests.Storage.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("harbour bridge", "harbour|bridge", false)]
    [InlineData("harbour Harbour HARBOUR", "harbour", false)]
    [InlineData("\"harbour master\" \"Harbour Master\" master", "harbour master|master", false)]
    [InlineData("a b c d e f g h i j k l m", "a|b|c|d|e|f|g|h|i|j|k|l", true)]
    [InlineData("a b c d e f g h i j k l", "a|b|c|d|e|f|g|h|i|j|k|l", false)]
    [InlineData("\"a b\" \"c d\" \"e f\" \"g h\" i", "a b|c d|e f|i", true)]
    [InlineData("\"a b c d e f g h i j k l m n\"", "a b c d e f g h i j k l", true)]
    [InlineData("", "", false)]
    public void What_is_asked_twice_is_looked_for_once_and_what_is_too_much_is_said(string typed, string expected, bool isCut)
    {
        var phrases = SearchQuery.ParsePhrases(typed, out var cut);
        Assert.Equal(expected, string.Join('|', phrases.Select(phrase => string.Join(' ', phrase))));
        Assert.Equal(isCut, cut);
    }

    [Fact]
    public void Fifty_times_a_word_is_the_word() => Assert.Single(SearchQuery.ParsePhrases(string.Join(' ', Enumerable.Repeat("harbour", 50)), out _));
}
