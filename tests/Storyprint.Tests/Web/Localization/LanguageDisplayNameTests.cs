using Storyprint.Web.Localization;

namespace Storyprint.Tests.Web.Localization;

public sealed class LanguageDisplayNameTests
{
    [Theory]
    [InlineData("en", "de", true)]
    [InlineData("fa", "ar", true)]
    [InlineData("en", "fa", false)]
    [InlineData("ru", "en", false)]
    [InlineData("el", "ru", false)]
    public void Two_languages_share_a_script_where_their_names_do(string one, string other, bool shared)
    {
        Assert.Equal(shared, LanguageDisplayName.SharesScript(one, other));
        Assert.Equal(shared, LanguageDisplayName.SharesScript(other, one));
    }
}
