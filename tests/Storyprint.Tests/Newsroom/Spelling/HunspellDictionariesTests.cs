using Storyprint.Newsroom.Spelling;

namespace Storyprint.Tests.Newsroom.Spelling;

public sealed class HunspellDictionariesTests
{
    [Fact]
    public void A_word_is_known_or_not_to_the_dictionary_of_the_machine()
    {
        using var dictionaries = new HunspellDictionaries();
        Assert.SkipUnless(dictionaries.Knows("en", "house") is not null, "No English dictionary of Hunspell is installed.");
        Assert.True(dictionaries.Knows("en", "received"));
        Assert.False(dictionaries.Knows("en-US", "recieved"));
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("../en")]
    public void A_language_without_a_dictionary_knows_nothing_and_says_so(string language)
    {
        using var dictionaries = new HunspellDictionaries();
        Assert.Null(dictionaries.Knows(language, "house"));
    }

    [Fact]
    public void A_machine_without_dictionaries_says_so()
    {
        using var dictionaries = new HunspellDictionaries("/nowhere");
        Assert.Null(dictionaries.Knows("en", "house"));
    }
}
