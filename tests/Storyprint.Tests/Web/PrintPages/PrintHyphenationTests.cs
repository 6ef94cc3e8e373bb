using Storyprint.Print.Hyphens;
using Storyprint.Web.PrintPages;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.PrintPages;

public sealed class PrintHyphenationTests
{
    private static readonly PrintHyphenation Hyphens = new(new PageAssets());

    // The TeXbook, chapter 14 and appendix H, less the divisions that leave two letters alone.
    [Theory]
    [InlineData("hyphenation", "hyphen-ation")]
    [InlineData("concatenation", "con-cate-na-tion")]
    [InlineData("supercalifragilisticexpialidocious", "super-cal-ifrag-ilis-tic-ex-pi-ali-do-cious")]
    [InlineData("manuscript", "man-u-script")]
    [InlineData("project", "project")]
    [InlineData("obligatory", "oblig-a-tory")]
    [InlineData("associates", "asso-ciates")]
    public void American_words_are_divided_as_TeX_divides_them(string word, string divided) => AssertDivided("en", word, divided);

    [Theory]
    [InlineData("en", "rhinoceros", "rhi-noc-eros")]
    [InlineData("en-GB", "rhinoceros", "rhino-ceros")]
    [InlineData("en-ZA", "rhinoceros", "rhi-noc-eros")]
    public void A_tag_without_patterns_takes_those_of_its_language(string language, string word, string divided) => AssertDivided(language, word, divided);

    [Theory]
    [InlineData("“Hyphenations,”", "“Hyphen-ations,”")]
    [InlineData("Harbour", "Harbour")]
    [InlineData("the merchant’s concatenation—hyphenation", "the mer-chant’s con-cate-na-tion—hyphen-ation")]
    public void Marks_around_a_word_stay_and_short_names_are_not_divided(string text, string divided) => AssertDivided("en", text, divided);

    [Theory]
    [InlineData("https://concatenation.example/hyphenation")]
    [InlineData("concatenation@hyphenation.example")]
    [InlineData("concatenation-hyphenation")]
    [InlineData("concatenation.hyphenation")]
    [InlineData("1125540.3")]
    [InlineData("hyphenation2")]
    [InlineData("HYPHENATION")]
    [InlineData("hyphenNation")]
    [InlineData("کتابخانه‌ها")]
    public void Addresses_numbers_codes_and_capitals_are_left_alone(string text) => AssertDivided("en", text, text);

    [Theory]
    [InlineData("fa")]
    [InlineData("ar")]
    public void Languages_without_word_division_have_no_hyphens(string language) => Assert.Null(Hyphens.ForLanguage(language));

    [Fact]
    public void A_word_that_has_soft_hyphens_keeps_its_own() => Assert.Equal("con\u00ADcatenation", Hyphens.ForLanguage("en")!.In("con\u00ADcatenation"));

    private static void AssertDivided(string language, string text, string divided) =>
        Assert.Equal(divided, Hyphens.ForLanguage(language)!.In(text).Replace(SoftHyphenator.Mark, '-'));
}
