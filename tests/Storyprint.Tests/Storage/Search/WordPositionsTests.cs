using Storyprint.Storage.Search;

namespace Storyprint.Tests.Storage.Search;

public sealed class WordPositionsTests
{
    [Fact]
    public void Words_bear_their_places_and_weights_and_a_field_ends_with_a_gap()
    {
        var words = new WordPositions();
        words.Add("harbour plan  harbour", 'A');
        words.Add("plan", 'D');
        Assert.Equal("'harbour':1A,3A 'plan':2A,5 ", words.ToString());
        Assert.False(words.IsCut);
    }

    [Fact]
    public void Quotes_and_backslashes_are_doubled()
    {
        var words = new WordPositions();
        words.Add(@"o'clock a\b", 'D');
        Assert.Equal(@"'o''clock':1 'a\\b':2 ", words.ToString());
    }

    [Theory]
    [InlineData(255, false)]
    [InlineData(256, true)]
    public void A_word_has_no_more_places_than_PostgreSQL_takes(int times, bool isCut)
    {
        var words = new WordPositions();
        words.Add(string.Join(' ', Enumerable.Repeat("sea", times)), 'D');
        Assert.Equal(isCut, words.IsCut);
        Assert.Equal(254, words.ToString().Count(letter => letter == ','));
    }

    [Fact]
    public void No_word_stands_behind_the_last_place()
    {
        var words = new WordPositions();
        words.Add(string.Join(' ', Enumerable.Range(0, 16_384).Select(number => $"w{number}")), 'D');
        Assert.True(words.IsCut);
        Assert.EndsWith("'w16382':16383 'w16383' ", words.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_word_its_beginning_counts_and_no_half_of_a_character()
    {
        Assert.Equal("short", WordPositions.Counted("short"));
        Assert.Equal(500, WordPositions.Counted(new string('x', 501)).Length);
        Assert.Equal(499, WordPositions.Counted(new string('x', 499) + "\U0001F600").Length);
    }
}
