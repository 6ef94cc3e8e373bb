using System.Text.Json;
using Storyprint.Text.Languages;

namespace Storyprint.Tests.Text.Languages;

/// <summary>What a language's file gives to whoever reads texts of it.</summary>
public sealed class LanguageDataTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Repository.Path("src/Storyprint.Text/Languages"), "*.json").Select(file => System.IO.Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_LanguageFile_holds_only_what_is_read(string language)
    {
        var file = JsonSerializer.Deserialize(File.ReadAllText(Repository.Path($"src/Storyprint.Text/Languages/{language}.json")), LanguageJson.Default.LanguageFile);
        Assert.NotNull(file);
        Assert.NotEmpty(file.Negations + file.NegativeBeginnings + file.NegativeEndings);
    }

    [Fact]
    public void A_LanguageFile_with_a_misspelt_key_is_an_error() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{ "negation": "no" }""", LanguageJson.Default.LanguageFile));

    [Theory]
    [InlineData("en", "not", true)]
    [InlineData("en", "boat", false)]
    [InlineData("cs", "nikdo", true)]
    [InlineData("cs", "někdo", false)]
    [InlineData("de", "kein", true)]
    [InlineData("fa", "نیست", true)]
    public void NegationWords_are_those_of_the_language(string language, string key, bool negates) => Assert.Equal(negates, Language.Of(language).Negations.Contains(key));

    [Theory]
    [InlineData("fa", "برگشت", "برنگشت", true)]
    [InlineData("en", "legal", "illegal", true)]
    [InlineData("en", "boat", "boats", false)]
    public void NegationWords_know_opposites_by_their_affixes(string language, string one, string other, bool areOpposites)
    {
        Assert.Equal(areOpposites, Language.Of(language).Negations.AreOpposites(one, other));
        Assert.Equal(areOpposites, Language.Of(language).Negations.AreOpposites(other, one));
    }

    [Fact]
    public void NegatedVerbs_bear_a_prefix_before_a_stem_and_its_ending()
    {
        var verbs = new NegatedVerbs(new VerbsFile { Prefixes = "ن نمی", Preverbs = "بر", Past = "رفت گشت", Present = "رو گرد", Endings = "م د" });
        Assert.True(verbs.IsNegative("نرفتم"));
        Assert.True(verbs.IsNegative("برنگشت"));
        Assert.True(verbs.IsNegative("نمیروم"));
        Assert.False(verbs.IsNegative("رفتم"));
        Assert.False(verbs.IsNegative("نان"));
        Assert.True(verbs.AreOpposites("برگشت", "برنگشت"));
        Assert.False(verbs.AreOpposites("برگشت", "برگشتم"));
    }

    [Theory]
    [InlineData("en", "eighty", true)]
    [InlineData("en", "boat", false)]
    [InlineData("es", "setenta", true)]
    [InlineData("fa", "هفتاد", true)]
    [InlineData("de", "einundzwanzig", true)]
    [InlineData("de", "einwohner", false)]
    public void NumberWords_are_read_also_where_the_language_joins_them(string language, string key, bool isNumber) => Assert.Equal(isNumber, Language.Of(language).Numbers.Contains(key));

    [Theory]
    [InlineData("en", "march", true)]
    [InlineData("en", "monday", true)]
    [InlineData("en", "m", false)]
    [InlineData("fa", "مهر", true)]
    [InlineData("de", "märz", true)]
    public void DateWords_are_months_and_weekdays(string language, string key, bool isDate) => Assert.Equal(isDate, Language.Of(language).Dates.Contains(key));

    [Fact]
    public void Joiners_say_where_a_word_is_written_together_or_apart()
    {
        var joiners = new Joiners(new JoinersFile { Suffixes = "ها", SpacedSuffixes = "ها", Prefixes = "می", Words = "بها" });
        Assert.True(joiners.AreOneWord("کتاب", "ها"));
        Assert.True(joiners.AreOneWordApart("کتاب", "ها"));
        Assert.True(joiners.AreOneWordApart("می", "رود"));
        Assert.False(joiners.AreOneWord("ب", "ها"));
        Assert.False(joiners.AreOneWord("کتاب", "خانه"));
    }
}
