using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Tests.Operations.Backup;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Storage.Pictures;

public sealed class MoveOriginalsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-originals-").FullName;
    private SmallInstallation small = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MediaFolder Source => (MediaFolder)small.Installation.Media;

    private MediaFolder Target => new(Path.Combine(folder, "new"));

    public async ValueTask InitializeAsync() => small = await SmallInstallation.CreateAsync();

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Originals_go_into_a_bucket_and_out_of_it_to_the_byte()
    {
        using var started = await TestBucket.StartAsync(Path.Combine(folder, "s3"), Cancellation);
        using var bucket = (MediaBucket)MediaSetting.Open(started.Setting, folder);
        string[] hashes = [await small.PictureAsync(3), await small.PictureAsync(4)];
        Assert.Equal((2, 0), Numbers(await MoveAsync(Source, bucket)));
        Assert.Equal((0, 2), Numbers(await MoveAsync(Source, bucket)));
        Assert.Equal((2, 0), Numbers(await MoveAsync(bucket, Target)));
        foreach (var hash in hashes)
        {
            Assert.Equal(await File.ReadAllBytesAsync(Source.OriginalPath(hash), Cancellation), await File.ReadAllBytesAsync(Target.OriginalPath(hash), Cancellation));
        }
    }

    [Fact]
    public async Task A_run_that_was_stopped_is_completed_by_the_next_and_one_of_another_length_is_written_anew()
    {
        await small.PictureAsync(3);
        var second = await small.PictureAsync(40);
        await small.PictureAsync(5);
        await Assert.ThrowsAsync<IOException>(() => MoveAsync(Source, Target, new Told(step =>
        {
            if (step.Done == 2)
            {
                throw new IOException("The line broke.");
            }
        })));
        await Target.DeleteAsync(second, Cancellation);
        await Target.WriteOriginalAsync(second, new byte[3], Cancellation);
        var moved = await MoveAsync(Source, Target);
        Assert.InRange(moved.There, 1, 2);
        Assert.Equal(3, moved.Copied + moved.There);
        Assert.Equal(await File.ReadAllBytesAsync(Source.OriginalPath(second), Cancellation), await File.ReadAllBytesAsync(Target.OriginalPath(second), Cancellation));
    }

    [Fact]
    public async Task A_picture_that_is_missing_and_one_that_is_damaged_are_named_and_left()
    {
        var (missing, damaged, longer) = (await small.PictureAsync(3), await small.PictureAsync(40), await small.PictureAsync(5));
        await small.PictureAsync(6);
        File.Delete(Source.OriginalPath(missing));
        var bytes = await File.ReadAllBytesAsync(Source.OriginalPath(damaged), Cancellation);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(Source.OriginalPath(damaged), bytes, Cancellation);
        await File.AppendAllTextAsync(Source.OriginalPath(longer), "x", Cancellation);
        var moved = await MoveAsync(Source, Target);
        Assert.Equal((1, 0), Numbers(moved));
        Assert.Equal([missing], moved.Missing);
        Assert.Equal(new[] { damaged, longer }.Order(StringComparer.Ordinal), moved.Damaged);
        Assert.All([missing, damaged, longer], hash => Assert.False(File.Exists(Target.OriginalPath(hash))));
    }

    [Fact]
    public async Task A_second_run_of_a_move_carries_what_came_in_and_takes_away_what_was_withdrawn_meanwhile()
    {
        var withdrawn = await small.PictureAsync(3);
        var move = new MoveOriginals(small.Installation.Database, Source, Target);
        await move.RunAsync(Cancellation);
        var later = await small.PictureAsync(4);
        await using (var connection = await small.Installation.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("UPDATE picture SET withdrawn_at = 1 WHERE hash = @hash", Cancellation, ("@hash", withdrawn));
        }

        Assert.Equal((2, 0), Numbers(await move.RunAsync(Cancellation)));
        Assert.False(File.Exists(Target.OriginalPath(withdrawn)));
        Assert.True(File.Exists(Target.OriginalPath(later)));
    }

    private Task<MovedOriginals> MoveAsync(MediaStore source, MediaStore target, IProgress<StepProgress>? progress = null) =>
        new MoveOriginals(small.Installation.Database, source, target, progress).RunAsync(Cancellation);

    private static (int Copied, int There) Numbers(MovedOriginals moved) => (moved.Copied, moved.There);
}
