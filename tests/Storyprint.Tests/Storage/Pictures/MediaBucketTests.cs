using SkiaSharp;
using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Serving;
using Storyprint.Tests.Storage.Releases;

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

    [Fact]
    public async Task A_withdrawal_stands_and_says_what_is_left_where_the_bucket_is_away()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        using var media = Node("one");
        var hash = Assert.IsType<PictureOutcome.Kept>(await new PictureStore(desk.Database, media, TimeProvider.System).AddAsync(Picture(), Cancellation)).Hash;
        var text = ReleaseFixture.Text("The ferry sails") with { Body = [new Picture { Address = "https://elsewhere.example/a.png", Hash = hash, Alt = "A ferry", Caption = RichText.From("The ferry") }] };
        var code = Assert.IsType<ReleaseOutcome.Done>(
            await new PublishStory(desk.Store, TestPublication.Settings).RunAsync(TestActor.Editor, text, Slug.From("ferry"), null, null, Cancellation)).Code;
        bucket!.Dispose();
        bucket = null;
        var done = Assert.IsType<ReleaseOutcome.Done>(await new WithdrawStory(desk.Store, media, desk.Database).RunAsync(TestActor.Editor, code, WithdrawalReason.Copyright, RevisionNumber.First, Cancellation));
        Assert.Equal([hash], done.WithdrawnPictures);
        Assert.Contains("bucket", done.NotErased, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_break_off_are_a_fault_of_the_disk_and_wrong_ones_are_damage()
    {
        await using var broken = new BucketObject(new Breaking(new Amazon.Runtime.AmazonServiceException("reset")), "pictures");
        await Assert.ThrowsAsync<IOException>(async () => await broken.ReadExactlyAsync(new byte[1], Cancellation));
        await using var wrong = new BucketObject(new Breaking(new Amazon.Runtime.AmazonClientException("Expected hash not equal to calculated hash")), "pictures");
        await Assert.ThrowsAsync<InvalidDataException>(async () => await wrong.ReadExactlyAsync(new byte[1], Cancellation));
    }

    private sealed class Breaking(Exception fault) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw fault;
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
