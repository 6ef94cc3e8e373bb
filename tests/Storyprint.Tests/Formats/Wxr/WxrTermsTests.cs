using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrTermsTests
{
    [Theory]
    [InlineData("category/world/World", "world=World", "")]
    [InlineData("category/uncategorized/Uncategorized category/world/World", "world=World", "")]
    [InlineData("category/world/World category/sea/Sea post_tag/ferry/Ferry", "world=World", "Sea Ferry")]
    [InlineData("category/%D8%AC%D9%87%D8%A7%D9%86/جهان", "جهان=جهان", "")]
    [InlineData("category//経済", "経済=経済", "")]
    [InlineData("category/--/World", "world=World", "")]
    [InlineData("post_tag/ferry/Ferry post_tag/FERRY/FERRY", null, "Ferry")]
    [InlineData("post_format/post-format-video/Video nav_menu/main/Main", null, "")]
    [InlineData("/world/World category/world/World", "world=World", "")]
    [InlineData("/world/World", "world=World", "")]
    [InlineData("", null, "")]
    public void Section_and_topics_are_told_apart(string terms, string? section, string topics)
    {
        var read = Read(terms);
        Assert.Equal(section, read.Section is { } name ? $"{name.Slug}={name.Name}" : null);
        Assert.Equal(topics, string.Join(' ', read.Topics));
    }

    [Fact]
    public void Plug_ins_say_authors_language_and_translation()
    {
        var read = Read("author/cap-ines/Ines author/cap-maud/ماد author/x/Ines language/fa/فارسی post_translations/pll_1/pll_1");
        Assert.Equal(["Ines", "ماد"], read.Authors);
        Assert.Equal(("fa", "pll_1"), (read.Language, read.TranslationKey));
        Assert.Empty(read.Topics);
    }

    private static WxrTerms Read(string terms)
    {
        var item = WxrFiles.Item();
        item.Terms.AddRange(terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(term => term.Split('/')).Select(parts => new WxrTerm(parts[0], parts[1], parts[2])));
        return WxrTerms.From(item);
    }
}
