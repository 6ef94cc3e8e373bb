using Storyprint.Stories.Editions;

namespace Storyprint.Tests.Stories;

public sealed class TermsTests
{
    private static readonly SectionName[] Sections =
        [new("sea", "Sea") { Formerly = ["docks", "harbour"] }, new("city", "City"), new("docks", "Docks again")];

    [Theory]
    [InlineData("sea", "sea")]
    [InlineData("harbour", "sea")]
    [InlineData("city", "city")]
    [InlineData("docks", "docks")]
    [InlineData("chess", "chess")]
    public void A_slug_leads_to_the_term_that_has_it_before_one_that_had_it(string slug, string now) => Assert.Equal(now, Sections.SlugOf(slug));

    [Fact]
    public void A_list_holds_the_stories_of_all_slugs_that_its_term_had()
    {
        Assert.Equal(["sea", "docks", "harbour"], Sections.SlugsOf("harbour"));
        Assert.Equal(["chess"], Sections.SlugsOf("chess"));
        Assert.Null(Sections.Named("chess"));
    }
}
