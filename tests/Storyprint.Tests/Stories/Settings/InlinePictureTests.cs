using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Tests.Stories.Settings;

public sealed class InlinePictureTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public void A_picture_goes_into_a_setting_and_comes_out_as_it_was()
    {
        var address = InlinePicture.FromFile(Png)!.ToString();
        Assert.StartsWith("data:image/png;base64,", address, StringComparison.Ordinal);
        Assert.True(InlinePicture.TryParse(address, out var picture));
        Assert.Equal(("image/png", Convert.ToHexString(Png)), (picture.MediaType, Convert.ToHexString(picture.Bytes.Span)));
    }

    [Theory]
    [InlineData("FFD8FF00", "image/jpeg")]
    [InlineData("524946460000000057454250005650", "image/webp")]
    [InlineData("3C7376672F3E", null)]
    [InlineData("3C68746D6C3E", null)]
    [InlineData("", null)]
    public void Its_kind_is_told_by_its_bytes(string bytes, string? type) => Assert.Equal(type, InlinePicture.FromFile(Convert.FromHexString(bytes))?.MediaType);

    // The name says PNG, and the bytes are a document that could run.
    [Theory]
    [InlineData("data:image/png;base64,PHN2Zy8+")]
    [InlineData("data:image/svg+xml;base64,PHN2Zy8+")]
    [InlineData("data:text/html;base64,PHN2Zy8+")]
    [InlineData("data:image/png;base64,!")]
    [InlineData("data:image/png,x")]
    [InlineData("https://elsewhere.example/logo.png")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_picture_of_these_kinds_is_none(string? address) => Assert.False(InlinePicture.TryParse(address, out _));

    [Fact]
    public void A_picture_is_at_most_64_kilobytes()
    {
        Assert.NotNull(InlinePicture.FromFile(new byte[] { 0xFF, 0xD8, 0xFF }.Concat(new byte[InlinePicture.MaxLength - 3]).ToArray()));
        Assert.Null(InlinePicture.FromFile(new byte[] { 0xFF, 0xD8, 0xFF }.Concat(new byte[InlinePicture.MaxLength - 2]).ToArray()));
    }
}
