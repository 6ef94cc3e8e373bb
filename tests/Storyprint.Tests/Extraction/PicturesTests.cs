using SkiaSharp;
using Storyprint.Extraction;
using Storyprint.Extraction.Pictures;
using Storyprint.Print.Marks;

namespace Storyprint.Tests.Extraction;

/// <summary>Pictures: <see cref="PictureDecoder"/>, <see cref="MarkReader"/>, <see cref="MarkPrograms"/>, <see cref="Tesseract"/>, <see cref="HeifConverter"/>.</summary>
public sealed class PicturesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void A_picture_becomes_shades_of_grey(SKEncodedImageFormat format)
    {
        var (picture, refusal) = PictureDecoder.Read(SampleFiles.Picture(format));
        Assert.Null(refusal);
        Assert.Equal((64, 48, 64), (picture!.Width, picture.Height, picture.LongSide));
        Assert.InRange(picture.Dots[100], 250, 255);
        Assert.Equal((32, 24), picture.Scaled(0.5) is var half ? (half.Width, half.Height) : default);
        Assert.StartsWith("P5\n64 48\n255\n", System.Text.Encoding.ASCII.GetString(PortableGraymap.Of(picture)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-8)]
    public void A_page_that_slopes_is_turned_upright(double degrees)
    {
        var flat = Lighting.Flattened(Stripes().Turned(degrees * Math.PI / 180));
        Assert.InRange(Skew.Of(flat, 0, 15) * 180 / Math.PI, -degrees - 0.6, -degrees + 0.6);
    }

    [Fact]
    public void The_light_on_a_page_is_flattened()
    {
        var dots = new byte[200 * 200];
        for (var index = 0; index < dots.Length; index++)
        {
            dots[index] = (byte)(80 + (index % 200 / 2));
        }

        var flat = Lighting.Flattened(new GrayPicture(dots, 200, 200));
        Assert.InRange(flat.Dots.Max() - flat.Dots.Min(), 0, 60);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task A_mark_is_read_however_it_is_turned(double degrees)
    {
        var picture = Mark("https://ledger.example/1125540.2").Turned(degrees * Math.PI / 180);
        var found = Assert.Single(await MarkReader.ReadAsync(picture, Lighting.Flattened(picture), Cancellation));
        Assert.Equal("https://ledger.example/1125540.2", found.Says);
        Assert.InRange(found.Angle * 180 / Math.PI, -degrees - 3, -degrees + 3);
    }

    [Theory]
    [InlineData("Latin", "eng")]
    [InlineData("Arabic", "fas")]
    [InlineData(null, "eng+fas")]
    [InlineData("Fraktur", null)]
    public void A_script_is_read_by_its_languages(string? script, string? languages) => Assert.Equal(languages, Tesseract.LanguagesOf(script, ["ara", "eng", "fas", "osd"]));

    [Fact]
    public async Task What_the_machine_has_is_said_in_one_place()
    {
        var tools = await ExtractionTools.FindAsync(Cancellation);
        Assert.Equal(MachineTool.IsThere("tesseract"), tools.Languages.Count > 0);
        Assert.Equal(HeifConverter.IsThere, tools.ReadsHeif);
        Assert.DoesNotContain("osd", tools.Languages);
        Assert.Null(await MachineTool.RunAsync("no-such-program", [], default, Cancellation));
    }

    private static GrayPicture Mark(string says)
    {
        var symbol = QrSymbol.Create(says, QrErrorCorrection.Q);
        const int dot = 6, quiet = 5;
        var side = (symbol.Size + (2 * quiet)) * dot;
        var dots = Enumerable.Repeat((byte)255, side * side).ToArray();
        for (var y = 0; y < symbol.Size * dot; y++)
        {
            for (var x = 0; x < symbol.Size * dot; x++)
            {
                dots[((y + (quiet * dot)) * side) + x + (quiet * dot)] = symbol.IsDark(x / dot, y / dot) ? (byte)0 : (byte)255;
            }
        }

        return new GrayPicture(dots, side, side);
    }

    private static GrayPicture Stripes()
    {
        var dots = Enumerable.Repeat((byte)255, 600 * 800).ToArray();
        for (var y = 100; y < 700; y++)
        {
            for (var x = 80; x < 520; x++)
            {
                dots[(y * 600) + x] = y % 24 < 9 && x % 11 < 7 ? (byte)20 : (byte)255;
            }
        }

        return new GrayPicture(dots, 600, 800);
    }
}
