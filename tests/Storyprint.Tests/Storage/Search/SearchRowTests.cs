using Storyprint.Storage.Search;
using Storyprint.Text.Folding;

namespace Storyprint.Tests.Storage.Search;

public sealed class SearchRowTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  The Harbour's 3 o'clock boat, re-opened (again)!  ")]
    [InlineData("A har-\nbour and a line\nend, MIXED`Case_and[marks]")]
    [InlineData("Søren mødte Zoë i Ærø, café, naïve")]
    [InlineData("مردم زود آمدند، کتاب‌ها ۱۹ شماره")]
    [InlineData("東京の新聞 and English beside it")]
    public void A_row_holds_the_words_folding_finds(string text) =>
        Assert.Equal(string.Join(' ', FoldedWord.Of(text).Select(word => word.Form)), SearchRow.Words([text]));

    [Fact]
    public void A_word_longer_than_any_language_has_is_kept_whole()
    {
        var word = new string('A', 1000);
        Assert.Equal(word.ToLowerInvariant(), SearchRow.Words([word]));
    }

    [Fact]
    public void Texts_stand_a_space_apart() => Assert.Equal("city harbour", SearchRow.Words(["City", "", "Harbour"]));
}
