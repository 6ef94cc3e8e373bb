using SkiaSharp;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Storage.Pictures;

public class PictureCropTests : IAsyncLifetime
{
    public sealed class OnPostgres : PictureCropTests, IOnPostgres;

    private SmallInstallation small = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PictureStore Store => small.Installation.Stores.Pictures;

    public async ValueTask InitializeAsync() => small = await SmallInstallation.CreateAsync();

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp")]
    public async Task A_crop_is_a_picture_of_its_own_in_the_same_format_and_the_original_stays(SKEncodedImageFormat format, string mediaType)
    {
        var original = await AddAsync(Quarters(format));
        var cut = Assert.IsType<CropOutcome.Cut>(await Store.CropAsync(original.Hash, new PictureArea(200, 0, 200, 150), Cancellation)).Picture;
        Assert.Equal((200, 150), (cut.Width, cut.Height));
        Assert.NotEqual(original.Hash, cut.Hash);
        using var picture = SKBitmap.Decode(await BytesAsync(cut.Hash));
        AssertLike(SKColors.Green, picture.GetPixel(100, 75));
        AssertLike(SKColors.Green, picture.GetPixel(20, 20));
        using var whole = SKBitmap.Decode(await BytesAsync(original.Hash));
        Assert.Equal((400, 300), (whole.Width, whole.Height));
        await using var connection = await small.Installation.Database.OpenAsync(Cancellation);
        Assert.Equal(mediaType, await connection.ScalarAsync<string>("SELECT media_type FROM picture WHERE hash = @hash", Cancellation, ("@hash", cut.Hash)));
    }

    [Fact]
    public async Task A_picture_that_lies_on_its_side_is_cut_as_people_see_it_and_what_else_the_file_says_is_left_out()
    {
        // Stored 400 × 300, shown 300 × 400: its top right, as shown, is its top left as stored.
        var plain = Quarters(SKEncodedImageFormat.Jpeg);
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        var original = await AddAsync([.. plain.AsSpan(0, 2), .. exif, .. plain.AsSpan(2)]);
        Assert.Equal((300, 400), (original.Width, original.Height));
        var cut = Assert.IsType<CropOutcome.Cut>(await Store.CropAsync(original.Hash, new PictureArea(150, 0, 150, 200), Cancellation)).Picture;
        var bytes = await BytesAsync(cut.Hash);
        using var picture = SKBitmap.Decode(bytes);
        AssertLike(SKColors.Red, picture.GetPixel(75, 100));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("Exif"u8));
    }

    [Fact]
    public async Task The_same_part_gives_the_same_picture_and_all_of_it_gives_the_picture_itself()
    {
        var original = await AddAsync(Quarters(SKEncodedImageFormat.Png));
        var first = await Store.CropAsync(original.Hash, new PictureArea(10, 10, 120, 110), Cancellation);
        Assert.Equal(first, await Store.CropAsync(original.Hash, new PictureArea(10, 10, 120, 110), Cancellation));
        Assert.Equal(new CropOutcome.Cut(original), await Store.CropAsync(original.Hash, new PictureArea(0, 0, 400, 300), Cancellation));
    }

    [Theory]
    [InlineData(-1, 0, 200, 200, typeof(CropOutcome.Outside))]
    [InlineData(0, 0, 401, 300, typeof(CropOutcome.Outside))]
    [InlineData(300, 200, 200, 200, typeof(CropOutcome.Outside))]
    [InlineData(int.MaxValue, 0, int.MaxValue, 200, typeof(CropOutcome.Outside))]
    [InlineData(0, 0, 0, 0, typeof(CropOutcome.Outside))]
    [InlineData(0, 0, -200, -200, typeof(CropOutcome.Outside))]
    [InlineData(0, 0, 99, 200, typeof(CropOutcome.TooSmall))]
    [InlineData(0, 0, 200, 1, typeof(CropOutcome.TooSmall))]
    public async Task What_cannot_be_cut_is_refused_and_nothing_is_kept(int x, int y, int width, int height, Type outcome)
    {
        var original = await AddAsync(Quarters(SKEncodedImageFormat.Png));
        Assert.IsType(outcome, await Store.CropAsync(original.Hash, new PictureArea(x, y, width, height), Cancellation));
        await using var connection = await small.Installation.Database.OpenAsync(Cancellation);
        Assert.Equal(1, await connection.ScalarAsync<long>("SELECT COUNT(*) FROM picture", Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../keys")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    public async Task A_name_that_is_none_of_a_picture_here_is_refused(string hash) =>
        Assert.IsType<CropOutcome.NoPicture>(await Store.CropAsync(hash, new PictureArea(0, 0, 200, 200), Cancellation));

    [Fact]
    public async Task Nothing_is_cut_out_of_a_withdrawn_picture()
    {
        var original = await AddAsync(Quarters(SKEncodedImageFormat.Png));
        await using (var connection = await small.Installation.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("UPDATE picture SET withdrawn_at = 1 WHERE hash = @hash", Cancellation, ("@hash", original.Hash));
        }

        Assert.IsType<CropOutcome.NoPicture>(await Store.CropAsync(original.Hash, new PictureArea(0, 0, 200, 200), Cancellation));
    }

    [Fact]
    public async Task An_original_that_can_no_longer_be_decoded_is_said_in_words()
    {
        var bytes = Quarters(SKEncodedImageFormat.Png);
        Assert.Null(await PictureCutter.CutAsync(bytes[..40], new PictureArea(0, 0, 100, 100), Cancellation));
        Assert.NotNull(await PictureCutter.CutAsync(bytes, new PictureArea(0, 0, 100, 100), Cancellation));
    }

    private async Task<PictureOutcome.Kept> AddAsync(byte[] bytes) => Assert.IsType<PictureOutcome.Kept>(await Store.AddAsync(bytes, Cancellation));

    private async Task<byte[]> BytesAsync(string hash)
    {
        await using var stream = await small.Installation.Stores.Renditions.OpenOriginalAsync(hash, Cancellation);
        using var bytes = new MemoryStream();
        await stream!.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }

    private static void AssertLike(SKColor expected, SKColor found) => Assert.True(
        Math.Abs(expected.Red - found.Red) + Math.Abs(expected.Green - found.Green) + Math.Abs(expected.Blue - found.Blue) < 40, $"{found} is not {expected}.");

    // Red and green above, blue and white below.
    private static byte[] Quarters(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(400, 300);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            foreach (var (x, y, colour) in ((int, int, SKColor)[])[(0, 0, SKColors.Red), (200, 0, SKColors.Green), (0, 150, SKColors.Blue)])
            {
                using var paint = new SKPaint { Color = colour };
                canvas.DrawRect(x, y, 200, 150, paint);
            }
        }

        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }
}
