using System.Text.RegularExpressions;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Tests.Stories.Settings;

public sealed partial class LooksRulesTests
{
    // Values of WebAIM's published contrast table.
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#767676", "#FFFFFF", 4.54)]
    public void Contrast_is_that_of_WCAG(string one, string other, double contrast)
    {
        Assert.Equal(contrast, LooksRules.Contrast(one, other)!.Value, 2);
        Assert.Equal(contrast, LooksRules.Contrast(other, one)!.Value, 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#fff")]
    [InlineData("#gggggg")]
    [InlineData("8f1d1d0")]
    [InlineData("#8f1d1d00")]
    public void What_is_no_colour_has_no_contrast(string text) => Assert.Null(LooksRules.Contrast(text, "#ffffff"));

    [Fact]
    public void The_papers_are_those_of_the_style_sheet() => Assert.Equal(
        [LooksRules.LightPaper, LooksRules.DarkPaper],
        Paper().Matches(File.ReadAllText(Repository.Path("src/Storyprint.Web/Assets/site.css"))).Select(match => match.Groups[1].Value).Take(2));

    [GeneratedRegex("--paper: (#[0-9a-f]{6})")]
    private static partial Regex Paper();
}
