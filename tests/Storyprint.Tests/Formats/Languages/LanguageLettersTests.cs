using Storyprint.Formats.Languages;

namespace Storyprint.Tests.Formats.Languages;

public sealed class LanguageLettersTests
{
    [Theory]
    [InlineData("fa", "خبر الميناء: وصلت العبارة متأخرة", "ar")]
    [InlineData("fa", "پل شهر میں دو گھنٹے بند رہا، لوگ ناراض ہیں", "ur")]
    [InlineData("ar", "لنج بندر دو ساعت دیر رسید؛ پل چوبی و گمرک بسته بود", "fa")]
    [InlineData("ru", "Пором запізнився на дві години, і люди на причалі чекали", "uk")]
    [InlineData("uk", "Мы ждали парома, но он опоздал на два часа, и это были первые жалобы", "ru")]
    [InlineData("fa", "لنج بندر دو ساعت دیر رسید و مسافران در باران ماندند", null)]
    [InlineData("fa", "البته الان مسألة اصلی حل شد", null)]
    [InlineData("ur", "پل شہر میں دو گھنٹے بند رہا", null)]
    [InlineData("ar", "وصلت العبارة متأخرة إلى الميناء", null)]
    [InlineData("en", "وصلت العبارة متأخرة إلى الميناء", null)]
    [InlineData("en", "The ferry was late", null)]
    [InlineData("ru", "Паром опоздал", null)]
    [InlineData("en", "", null)]
    public void A_few_lines_are_doubted_by_letters_that_the_language_does_not_have(string edition, string text, string? language) =>
        Assert.Equal(language, LanguageLetters.OtherThan(edition, text));
}
