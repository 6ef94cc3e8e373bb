using Storyprint.Stories.Editions;

namespace Storyprint.Tests.Stories;

public sealed class SectionNamesTests
{
    private static readonly Publication Publication = new()
    {
        Address = "https://ledger.example",
        Editions =
        [
            new Edition { Language = "en", Name = "Ledger", Sections = [new("city", "City"), new("sports", "Sports"), new("sea", "Harbour & Sea")] },
            new Edition { Language = "fa", Name = "دفتر", Sections = [new("city", "شهر"), new("sports", "ورزش"), new("art", "فرهنگ و هنر")] },
        ],
    };

    [Theory]
    [InlineData("en", "sports", "sports", "Sports")]
    [InlineData("en", "Sports", "sports", "Sports")]
    [InlineData("en", " SPORTS ", "sports", "Sports")]
    [InlineData("en", "Harbour & Sea", "sea", "Harbour & Sea")]
    [InlineData("fa", "ورزش", "sports", "ورزش")]
    [InlineData("fa", "ورزش‌", "sports", "ورزش")]
    [InlineData("fa", "Sports", "sports", "ورزش")]
    [InlineData("en", "ورزش", "sports", "Sports")]
    [InlineData("fa", "فرهنگ  و هنر", "art", "فرهنگ و هنر")]
    [InlineData("en", "فرهنگ و هنر", "art", "فرهنگ و هنر")]
    [InlineData("fa", "sea", "sea", "Harbour & Sea")]
    public void SectionNames_finds_a_section_by_slug_or_name_in_any_edition(string edition, string said, string slug, string name) =>
        Assert.Equal(new SectionName(slug, name), SectionNames.Find(Publication, Publication.Edition(edition), said));

    [Theory]
    [InlineData("Sprots")]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("Weather")]
    public void What_is_no_section_is_none(string said) => Assert.Null(SectionNames.Find(Publication, Publication.MainEdition, said));

    [Theory]
    [InlineData("Sprots", "sports")]
    [InlineData("ctiy", "city")]
    [InlineData("ورزس", "sports")]
    [InlineData("Agriculture", "")]
    public void The_nearest_are_offered(string said, string slugs) =>
        Assert.Equal(slugs, string.Join(' ', SectionNames.Nearest(Publication.Editions.SelectMany(edition => edition.Sections), said).Select(section => section.Slug)));
}
