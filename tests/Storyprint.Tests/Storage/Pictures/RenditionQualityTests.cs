using SkiaSharp;
using Storyprint.Storage.Pictures;

namespace Storyprint.Tests.Storage.Pictures;

/// <summary>What a rendition loses against the original at the same size.</summary>
public sealed class RenditionQualityTests
{
    private static readonly string[] Drawings = [.. Directory.EnumerateFiles(Repository.Path("demo/pictures"), "*.png").Order(StringComparer.Ordinal)];

    [Fact]
    public void A_WebP_rendition_is_like_the_original_and_smaller_than_the_JPEG() => Assert.All(Drawings, path =>
    {
        using var original = SKData.Create(path);
        var encoded = RenditionEncoder.Create(original, path, RenditionStore.Fallback, RenditionFormat.WebP);
        Assert.InRange(Likeness(original, encoded), RenditionEncoder.Likeness, 1);
        Assert.InRange(encoded.Length, 1, RenditionEncoder.Create(original, path, RenditionStore.Fallback, RenditionFormat.Jpeg).Length * .85);
    });

    [Fact]
    public void What_shows_its_losses_is_encoded_with_more_care()
    {
        using var noise = Noise();
        using var drawn = RenditionEncoder.Draw(noise, "noise", 400, RenditionFormat.WebP);
        Assert.Equal(
            RenditionEncoder.Encode(drawn, RenditionFormat.WebP, RenditionEncoder.JpegQuality), RenditionEncoder.Create(noise, "noise", 400, RenditionFormat.WebP));
    }

    [Fact]
    public void A_picture_is_like_itself_less_like_a_blurred_one_and_not_like_another()
    {
        using var one = SKBitmap.Decode(Drawings[0]);
        using var other = SKBitmap.Decode(Drawings[1]);
        using var blurred = one.Resize(new SKSizeI(one.Width / 4, one.Height / 4), SKSamplingOptions.Default).Resize(one.Info, SKSamplingOptions.Default);
        Assert.Equal(1, StructuralSimilarity.Mean(one, one), 6);
        Assert.InRange(StructuralSimilarity.Mean(one, blurred), .1, .9);
        Assert.InRange(StructuralSimilarity.Mean(one, other), -1, .3);
    }

    // Lines of one pixel, black and white in turn, are an even grey from afar.
    [Theory]
    [InlineData(1600, 400)]
    [InlineData(1600, 660)]
    [InlineData(1601, 400)]
    [InlineData(4000, 660)]
    [InlineData(900, 800)]
    public void Hatched_lines_become_no_pattern(int original, int width)
    {
        using var surface = SKSurface.Create(new SKImageInfo(original, original / 2));
        using var pen = new SKPaint { Color = SKColors.Black };
        surface.Canvas.Clear(SKColors.White);
        for (var left = 0; left < original; left += 2)
        {
            surface.Canvas.DrawRect(left, 0, 1, original / 2, pen);
        }

        using var data = surface.Snapshot().Encode(SKEncodedImageFormat.Png, 100);
        using var drawn = RenditionEncoder.Draw(data, "lines", width, RenditionFormat.WebP);
        using var pixels = SKBitmap.FromImage(drawn);
        Assert.Equal((width, (int)Math.Round(original / 2 * (double)width / original)), (pixels.Width, pixels.Height));
        var row = Enumerable.Range(4, width - 8).Select(x => (int)pixels.GetPixel(x, pixels.Height / 2).Red).ToList();
        Assert.InRange(row.Average(), 117, 138);
        Assert.InRange(row.Max() - row.Min(), 0, width * 2 > original ? 255 : 90);
    }

    /// <summary>The table from which the qualities were chosen: run with <c>--explicit only --filter-method '*qualities_measured' --show-live-output on</c>.</summary>
    [Fact(Explicit = true)]
    public void The_qualities_measured()
    {
        using var noise = Noise();
        foreach (var (name, originals) in new[] { ("drawings", Drawings.Select(SKData.Create).ToList()), ("noise", [noise]) })
        {
            foreach (var form in Enum.GetValues<RenditionFormat>())
            {
                foreach (var quality in (int[])[40, 50, 60, 70, 75, 82, 90])
                {
                    var all = originals.AsParallel().Select(original =>
                    {
                        using var drawn = RenditionEncoder.Draw(original, name, RenditionStore.Fallback, form);
                        var encoded = RenditionEncoder.Encode(drawn, form, quality);
                        return (encoded.Length, Likeness: Likeness(original, encoded));
                    }).ToList();
                    TestContext.Current.TestOutputHelper!.WriteLine(
                        $"{name} {form} {quality}: {all.Average(each => each.Length) / 1000:0.0} kB a picture, SSIM {all.Average(each => each.Likeness):0.0000}, least {all.Min(each => each.Likeness):0.0000}");
                }
            }
        }
    }

    [Theory]
    [InlineData(1, new[] { 400 })]
    [InlineData(400, new[] { 400 })]
    [InlineData(401, new[] { 400, 660 })]
    [InlineData(1600, new[] { 400, 660, 800, 1050, 1600 })]
    [InlineData(9000, new[] { 400, 660, 800, 1050, 1600 })]
    public void No_rendition_is_asked_for_that_would_be_a_smaller_one_again(int original, int[] widths) =>
        Assert.Equal(widths, RenditionStore.WidthsOf(original));

    private static double Likeness(SKData original, byte[] encoded)
    {
        using var drawn = RenditionEncoder.Draw(original, "original", RenditionStore.Fallback, RenditionFormat.WebP);
        using var before = SKBitmap.FromImage(drawn);
        using var after = SKBitmap.Decode(encoded);
        return StructuralSimilarity.Mean(before, after);
    }

    // Details of every size, and more of the small ones than a drawing has: the spectrum of a photograph of gravel or grass.
    private static SKData Noise()
    {
        using var surface = SKSurface.Create(new SKImageInfo(1600, 1067));
        using var paint = new SKPaint { Shader = SKShader.CreatePerlinNoiseTurbulence(.2f, .2f, 6, 1) };
        surface.Canvas.Clear(SKColors.Gray);
        surface.Canvas.DrawPaint(paint);
        using var image = surface.Snapshot();
        return image.Encode(SKEncodedImageFormat.Png, 100);
    }
}
