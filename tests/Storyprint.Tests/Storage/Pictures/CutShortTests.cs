using SkiaSharp;
using Storyprint.Storage.Pictures;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Storage.Pictures;

public sealed class CutShortTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task A_picture_that_was_cut_short_is_refused_and_a_whole_one_is_taken(SKEncodedImageFormat format)
    {
        using var small = await SmallInstallation.CreateAsync();
        var store = new PictureStore(small.Installation.Database, small.Installation.Media, TimeProvider.System);
        var whole = Picture(format);
        Assert.IsType<PictureOutcome.Kept>(await store.AddAsync(whole, TestContext.Current.CancellationToken));
        foreach (var length in (int[])[whole.Length - 1, whole.Length * 9 / 10, whole.Length / 2])
        {
            var refused = Assert.IsType<PictureOutcome.Refused>(await store.AddAsync(whole[..length], TestContext.Current.CancellationToken));
            Assert.Contains("cut short", refused.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bytes_behind_the_end_do_no_harm()
    {
        using var small = await SmallInstallation.CreateAsync();
        var store = new PictureStore(small.Installation.Database, small.Installation.Media, TimeProvider.System);
        Assert.IsType<PictureOutcome.Kept>(await store.AddAsync([.. Picture(SKEncodedImageFormat.Jpeg), 0, 0, 1, 2], TestContext.Current.CancellationToken));
    }

    // Noise, so that the file is long.
    private static byte[] Picture(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(120, 90);
        for (var at = 0; at < 120 * 90; at++)
        {
            bitmap.SetPixel(at % 120, at / 120, new SKColor((uint)(at * 2_654_435_761L) | 0xFF000000));
        }

        using var data = bitmap.Encode(format, 80);
        return data.ToArray();
    }
}
