using Storyprint.Formats.Dates;

namespace Storyprint.Tests.Formats.Dates;

public sealed class MonthNamesTests
{
    [Theory]
    [InlineData("january", 1)]
    [InlineData("sept", 9)]
    [InlineData("sep", 9)]
    [InlineData("ژوئن", 6)]
    [InlineData("جون", 6)]
    [InlineData("می", 5)]
    [InlineData("ینایر", 1)]
    [InlineData("août", 8)]
    [InlineData("märz", 3)]
    [InlineData("ağustos", 8)]
    [InlineData("мая", 5)]
    [InlineData("dezembro", 12)]
    public void A_month_is_known_in_the_languages_of_archives(string word, int number) => Assert.Equal((number, false), MonthNames.Find(word));

    [Theory]
    [InlineData("فروردین", 1)]
    [InlineData("مهر", 7)]
    [InlineData("اسفند", 12)]
    public void The_months_of_the_Jalali_calendar_say_so(string word, int number) => Assert.Equal((number, true), MonthNames.Find(word));

    [Theory]
    [InlineData("")]
    [InlineData("ferry")]
    [InlineData("janu")]
    [InlineData("JANUARY")]
    [InlineData("فروردين")]
    public void Another_word_is_no_month(string word) => Assert.Null(MonthNames.Find(word));

    [Theory]
    [InlineData("monday", true)]
    [InlineData("published", true)]
    [InlineData("ساعت", true)]
    [InlineData("الاثنین", true)]
    [InlineData("вторник", true)]
    [InlineData("ferry", false)]
    [InlineData("قایق", false)]
    [InlineData("", false)]
    public void Small_words_may_stand_beside_a_date(string word, bool isSmall) => Assert.Equal(isSmall, MonthNames.IsSmallWord(word));

    [Fact]
    public void No_month_is_a_small_word_as_well() =>
        Assert.DoesNotContain(new[] { "may", "march", "mars", "mai", "مه", "تیر", "دی" }, MonthNames.IsSmallWord);
}
