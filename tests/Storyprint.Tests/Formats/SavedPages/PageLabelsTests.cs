using Storyprint.Formats.SavedPages;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class PageLabelsTests
{
    [Theory]
    [InlineData("Story Code", "Code")]
    [InlineData("NEWS  LINK", "Link")]
    [InlineData("تاريخ", "Date")]
    [InlineData("كد خبر", "Code")]
    [InlineData("تهیه\u200Cکننده", "Author")]
    [InlineData("تهیه \u200Cکننده", "Author")]
    [InlineData("\u200Fسرویس", "Section")]
    [InlineData("Datum", "Date")]
    [InlineData("дата", "Date")]
    [InlineData("code de l’article", "Code")]
    public void A_label_with_a_colon_is_known_in_any_spelling(string words, string label)
    {
        Assert.True(PageLabels.TryFind(words, hasColon: true, out var found));
        Assert.Equal(label, found.ToString());
    }

    [Theory]
    [InlineData("story code", true)]
    [InlineData("کد خبر", true)]
    [InlineData("date", false)]
    [InlineData("by", false)]
    [InlineData("خبرنگار", false)]
    public void Without_a_colon_only_words_that_mean_nothing_else_are_labels(string words, bool isLabel) =>
        Assert.Equal(isLabel, PageLabels.TryFind(words, hasColon: false, out _));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("the ferry")]
    [InlineData("日期时间地点")]
    public void Other_words_are_no_label(string words) => Assert.False(PageLabels.TryFind(words, hasColon: true, out _));

    [Theory]
    [InlineData("  Two \t WORDS ", "two words")]
    [InlineData("مي\u200Cروم", "می روم")]
    [InlineData("مي \u200C روم", "می روم")]
    [InlineData("\u200E\u200F\uFEFF", "")]
    public void Words_are_compared_in_one_form(string words, string expected) => Assert.Equal(expected, PageLabels.Fold(words));
}
