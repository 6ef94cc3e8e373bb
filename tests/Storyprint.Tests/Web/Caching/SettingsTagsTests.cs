using Storyprint.Stories.Editions.Settings;
using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class SettingsTagsTests
{
    [Theory]
    [InlineData("redirects", "")]
    [InlineData("mail", "")]
    [InlineData("trustTxt", "")]
    [InlineData("placeholders,houseWords", "")]
    [InlineData("editions.en.frontDraft", "")]
    [InlineData("editions.en.frontPage", "front-en")]
    [InlineData("editions.fa.about", "standing-fa")]
    [InlineData("editions.en.topics", "sections-en")]
    [InlineData("editions.en.menu,editions.fa.frontPage", "sections-en front-fa")]
    [InlineData("witnesses", "log keys")]
    public void A_change_invalidates_the_pages_that_show_it_and_no_others(string keys, string tags) =>
        Assert.Equal(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries), SettingsTags.From(Keys(keys))!.AsEnumerable());

    [Theory]
    [InlineData("address")]
    [InlineData("editions")]
    [InlineData("looks")]
    [InlineData("cdn")]
    [InlineData("editions.en.name")]
    [InlineData("editions.en.timeZone")]
    [InlineData("editions.en.menu,contact")]
    public void A_change_that_any_page_may_show_invalidates_all(string keys) => Assert.Null(SettingsTags.From(Keys(keys)));

    private static IEnumerable<SettingKey> Keys(string keys) => keys.Split(',').Select(text => SettingKey.TryParse(text, out var key) ? key : throw new ArgumentException(text));
}
