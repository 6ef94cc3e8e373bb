using Storyprint.Web.SocialImages;

namespace Storyprint.Tests.Web.SocialImages;

public sealed class BidiAlgorithmTests
{
    // Capital letters stand for the script that runs from right to left, as in the Unicode annex.
    [Theory]
    [InlineData("car is THE CAR in arabic", false, "000000011111110000000000")]
    [InlineData("CAR (abc) DE", true, "111112221111")]
    [InlineData("CAR (abc DE) F", true, "11111222111111")]
    [InlineData("WON 3-2 ON", true, "1111222111")]
    [InlineData("PAID 50% NOW", true, "111112221111")]
    [InlineData("MET evening packet 7 TIMES", true, "11112222222222222222111111")]
    [InlineData("FROM 1938 - 2026", true, "1111122221112222")]
    [InlineData("abc, DEF.", true, "222111111")]
    [InlineData("abc DEF!\u200F", false, "000011111")]
    [InlineData("CAR abc!\u200E D", true, "11112222211")]
    [InlineData("abc DEF!\u061C", false, "000011111")]
    public void Levels_are_those_of_the_bidirectional_algorithm(string text, bool isRightToLeft, string levels)
    {
        var real = string.Concat(text.Select(letter => char.IsAsciiLetterUpper(letter) ? (char)('\u0628' + ((letter - 'A') % 10)) : letter));
        Assert.Equal(levels, string.Concat(BidiAlgorithm.Resolve(real, isRightToLeft)));
    }
}
