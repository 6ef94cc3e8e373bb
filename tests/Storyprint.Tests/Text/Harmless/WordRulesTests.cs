using Storyprint.Text.Harmless;
using Storyprint.Text.Languages;

namespace Storyprint.Tests.Text.Harmless;

/// <summary>The rules that decide which spellings of one word are compared as the same word.</summary>
public sealed class WordRulesTests
{
    [Theory]
    [InlineData("en", "12,000", "12000")]
    [InlineData("en", "1,234,567.5", "1234567.5")]
    [InlineData("en", "1.500", "1.500")]
    [InlineData("de", "1.500", "1500")]
    [InlineData("en", "12,00", "12,00")]
    [InlineData("en", "0,123", "0,123")]
    [InlineData("en", "1234,567", "1234,567")]
    [InlineData("en", "boat", "boat")]
    [InlineData("en", "", "")]
    public void DigitGrouping_takes_out_only_whole_groups_of_three_with_the_languages_mark(string language, string word, string expected) =>
        Assert.Equal(expected, DigitGrouping.Without(word, Language.Of(language)));

    [Theory]
    [InlineData("wen", "went", true)]
    [InlineData("teh", "the", true)]
    [InlineData("boat", "boot", true)]
    [InlineData("a", "ab", true)]
    [InlineData("boat", "boat", false)]
    [InlineData("boat", "bolts", false)]
    [InlineData("eight", "eighty", true)]
    [InlineData("کشتی", "کشت", true)]
    [InlineData("abcd", "badc", false)]
    [InlineData("", "ab", false)]
    public void OneEdit_is_one_letter_or_two_neighbours_that_changed_places(string one, string other, bool isOne)
    {
        Assert.Equal(isOne, OneEdit.Apart(one, other));
        Assert.Equal(isOne, OneEdit.Apart(other, one));
    }

    [Theory]
    [InlineData("fa", "كتابي", "کتابی")]
    [InlineData("fa", "۱۲", "12")]
    [InlineData("ar", "كتاب", "كتاب")]
    [InlineData("en", "ﬁnd", "find")]
    [InlineData("fr", "far", "far")]
    [InlineData("da", "får", "får")]
    public void LetterVariants_are_the_shapes_of_one_letter_and_never_another_letter(string language, string word, string expected) =>
        Assert.Equal(expected, LetterVariants.Of(word, Language.Of(language)));

    [Theory]
    [InlineData("co\u00ADop", "coop")]
    [InlineData("5\u00AD6", "5\u00AD6")]
    [InlineData("plain", "plain")]
    [InlineData("\u00ADcoop", "\u00ADcoop")]
    public void BreakHints_go_between_letters_alone(string word, string expected) => Assert.Equal(expected, BreakHints.Without(word));

    [Theory]
    [InlineData("fa", "کتاب\u200Cها", "کتابها")]
    [InlineData("fa", "دار\u200Cد", "دارد")]
    [InlineData("en", "co\u200Cop", "co\u200Cop")]
    [InlineData("fa", "12\u200C3", "12\u200C3")]
    public void ZeroWidthNonJoiner_goes_where_both_spellings_are_one_word(string language, string word, string expected) =>
        Assert.Equal(expected, ZeroWidthNonJoiner.Without(word, Language.Of(language)));

    [Fact]
    public void SpellingVariants_of_a_languages_list_are_one_word_and_keep_their_capital()
    {
        var english = Language.Of("en");
        Assert.Equal(SpellingVariants.Of("café", english), SpellingVariants.Of("cafe", english));
        Assert.Equal(SpellingVariants.Of("Café", english), SpellingVariants.Of("Cafe", english));
        Assert.NotEqual(SpellingVariants.Of("Cafe", english), SpellingVariants.Of("cafe", english));
        Assert.Equal("boat", SpellingVariants.Of("boat", english));
        Assert.Equal("", SpellingVariants.Of("", english));
    }

    [Theory]
    [InlineData("\"No,\" he said", 0, "“")]
    [InlineData("a «yes» b", 2, "“")]
    [InlineData("a «yes» b", 6, "”")]
    [InlineData("5' long", 1, "'")]
    [InlineData("a, b", 1, null)]
    public void QuotationMarks_of_every_shape_are_an_opening_or_a_closing_one(string text, int at, string? expected)
    {
        var marks = new QuotationMarks();
        string? found = null;
        for (var index = 0; index <= at; index++)
        {
            found = marks.Of(text, index, 1);
        }

        Assert.Equal(expected, found);
    }
}
