using SkiaSharp;
using Storyprint.Storage.Pictures;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Storage.Pictures;

public sealed class MediaBucketTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-bucket-").FullName;
    private TestBucket? bucket;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bucket = await TestBucket.StartAsync(Path.Combine(folder, "s3"), Cancellation);

    public ValueTask DisposeAsync()
    {
        bucket?.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_picture_in_a_bucket_is_read_by_every_node_and_is_gone_after_its_withdrawal()
    {
        using var small = await SmallInstallation.CreateAsync();
        var database = small.Installation.Database;
        using var one = Node("one");
        using var other = Node("other");
        var bytes = Picture();
        var hash = Assert.IsType<PictureOutcome.Kept>(await new PictureStore(database, one, TimeProvider.System).AddAsync(bytes, Cancellation)).Hash;
        await using (var original = await other.OpenOriginalAsync(hash, Cancellation))
        {
            using var read = new MemoryStream();
            await original!.CopyToAsync(read, Cancellation);
            Assert.Equal(bytes, read.ToArray());
        }

        Assert.Equal(bytes.Length, await other.LengthAsync(hash, Cancellation));
        using var renditions = new RenditionStore(database, one);
        var made = await renditions.FindAsync(hash, 400, RenditionFormat.WebP, Cancellation);

        // The other node takes the very rendition, and makes none of its own.
        var taken = await other.FindRenditionAsync(hash, "400.webp", Cancellation);
        Assert.NotEqual(made, taken);
        Assert.Equal(await File.ReadAllBytesAsync(made!, Cancellation), await File.ReadAllBytesAsync(taken!, Cancellation));

        // Original and rendition in the bucket, and the rendition on this node's disk; the other's goes with its own sweep.
        Assert.Equal(3, await one.DeleteAsync(hash, Cancellation));
        Assert.Null(await one.OpenOriginalAsync(hash, Cancellation));
        Assert.Null(await one.FindRenditionAsync(hash, "400.webp", Cancellation));
        Assert.Equal(1, await other.DeleteAsync(hash, Cancellation));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_a_fault_of_the_disk_and_not_a_missing_picture()
    {
        using var media = new MediaBucket(BucketAddress.Read($"s3://nowhere?endpoint={bucket!.Endpoint}"), new MediaFolder(folder));
        var fault = await Assert.ThrowsAsync<IOException>(() => media.WriteOriginalAsync(new string('a', 64), new byte[3], Cancellation));
        Assert.Contains("nowhere", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_nobody_answers_for_is_a_fault_of_the_disk_too()
    {
        using var media = Node("one");
        bucket!.Dispose();
        bucket = null;
        Assert.Contains("pictures", (await Assert.ThrowsAsync<IOException>(() => media.LengthAsync(new string('a', 64), Cancellation))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() => media.OpenOriginalAsync(new string('a', 64), Cancellation));
        await Assert.ThrowsAsync<IOException>(() => media.WriteOriginalAsync(new string('a', 64), new byte[3], Cancellation));
    }

    private MediaBucket Node(string name) =>
        Assert.IsType<MediaBucket>(MediaSetting.Open(bucket!.Setting, Path.Combine(folder, name)));

    private static byte[] Picture()
    {
        using var bitmap = new SKBitmap(900, 600);
        bitmap.Erase(SKColors.Teal);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
