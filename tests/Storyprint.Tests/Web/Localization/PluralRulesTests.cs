using System.Globalization;
using System.Text.Json;
using Storyprint.Web.Localization;

namespace Storyprint.Tests.Web.Localization;

public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("en", 1, "one")]
    [InlineData("en", 0, "other")]
    [InlineData("fa", 0, "one")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 103, "few")]
    [InlineData("ar", 111, "many")]
    [InlineData("pl", 22, "few")]
    [InlineData("pl", 12, "many")]
    [InlineData("cs", 3, "few")]
    [InlineData("ru", 21, "one")]
    [InlineData("zh", 1, "other")]
    [InlineData("pt-PT", 1, "one")]
    [InlineData("xx", 1, "other")]
    public void A_number_has_the_form_of_its_language(string language, long number, string category) =>
        Assert.Equal(category, PluralRules.ForLanguage(language).Category(number));

    [Fact]
    public void Every_sample_that_cldr_publishes_has_the_category_it_is_published_under()
    {
        using var cldr = JsonDocument.Parse(File.ReadAllText(Repository.Path("src/Storyprint.Web/node_modules/cldr-core/supplemental/plurals.json")));
        var samples = 0;
        foreach (var language in cldr.RootElement.GetProperty("supplemental").GetProperty("plurals-type-cardinal").EnumerateObject())
        {
            foreach (var rule in language.Value.EnumerateObject().Where(rule => rule.Value.GetString()!.Contains("@integer", StringComparison.Ordinal)))
            {
                foreach (var number in Samples(rule.Value.GetString()!))
                {
                    Assert.True(
                        $"pluralRule-count-{PluralRules.ForLanguage(language.Name).Category(number)}" == rule.Name, $"{number} in {language.Name} is {rule.Name}");
                    samples++;
                }
            }
        }

        Assert.True(samples > 5000, $"{samples} samples");
    }

    // "@integer 2~4, 22, 1000, 1c6, …": ranges, and compact forms that whole numbers written out have not.
    private static IEnumerable<long> Samples(string rule) => rule.Split("@integer")[1].Split("@decimal")[0]
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(sample => sample.All(character => char.IsAsciiDigit(character) || character == '~'))
        .SelectMany(sample => sample.Split('~') is [var from, var to]
            ? Enumerable.Range(int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture) - int.Parse(from, CultureInfo.InvariantCulture) + 1).Select(number => (long)number)
            : [long.Parse(sample, CultureInfo.InvariantCulture)]);
}
