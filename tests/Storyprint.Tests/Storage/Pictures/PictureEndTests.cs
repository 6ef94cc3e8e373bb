using Storyprint.Storage.Pictures;

namespace Storyprint.Tests.Storage.Pictures;

public sealed class PictureEndTests
{
    private const string PngStart = "89504E470D0A1A0A";
    private const string End = "0000000049454E44AE426082";

    [Theory]
    [InlineData("FFD8FFD9")]
    [InlineData("FFD8FFE000040102FFD9")]
    [InlineData("FFD8FFDA000212FF0034FFD056FFD9")]
    [InlineData("FFD8FFE00002FFFFFFD9")]
    [InlineData(PngStart + End)]
    [InlineData(PngStart + "000000014944415400" + "00000000" + End)]
    [InlineData("524946460400000057454250")]
    [InlineData("4749463839613B")]
    [InlineData("4749463839613B0000")]
    [InlineData("00112233")]
    public void A_file_that_reaches_its_end_is_whole(string bytes) => Assert.True(PictureEnd.IsReached(Convert.FromHexString(bytes)));

    // The fourth has an end of image within a segment only, as a camera's thumbnail has.
    [Theory]
    [InlineData("FFD8")]
    [InlineData("FFD8FFE000040102FF")]
    [InlineData("FFD8FFDA000212FF0034FFD0")]
    [InlineData("FFD8FFE10006FFD90000")]
    [InlineData("FFD8FFE1FFFF01")]
    [InlineData(PngStart)]
    [InlineData(PngStart + "000000FF49444154" + End)]
    [InlineData("524946460500000057454250")]
    [InlineData("474946383961")]
    public void A_file_that_was_cut_short_is_not(string bytes) => Assert.False(PictureEnd.IsReached(Convert.FromHexString(bytes)));
}
