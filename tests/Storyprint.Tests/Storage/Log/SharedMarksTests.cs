using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Tests.Storage.Pictures;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Log;

/// <summary>The marks that nodes share, in a folder (<c>SharedMarksFolder</c>) and in a bucket (<c>SharedMarksBucket</c>).</summary>
public sealed class SharedMarksTests : IDisposable
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_780_000_000);

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-marks-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task In_a_folder_every_node_reads_the_last_mark_of_all() => ReadsTheLastAsync(folder);

    [Fact]
    public async Task In_a_bucket_every_node_reads_the_last_mark_of_all()
    {
        using var bucket = await TestBucket.StartAsync(folder, Cancellation);
        await ReadsTheLastAsync(bucket.Setting);
    }

    [Fact]
    public async Task A_bucket_that_is_away_is_a_fault_of_a_disk_and_a_damaged_mark_is_never_none()
    {
        await Assert.ThrowsAsync<IOException>(() => SharedMarks.Open("s3://marks?endpoint=http://127.0.0.1:9", "n1").ReadAsync(Cancellation));
        await Assert.ThrowsAnyAsync<IOException>(() => SharedMarks.Open(Path.Combine(folder, "gone"), "n1").ReadAsync(Cancellation));
        await File.WriteAllTextAsync(Path.Combine(folder, "n2.mark"), "nonsense\n", Cancellation);
        await Assert.ThrowsAsync<IOException>(() => SharedMarks.Open(folder, "n1").ReadAsync(Cancellation));
    }

    [Fact]
    public async Task What_another_node_has_seen_is_never_signed_a_second_time_and_a_place_that_is_away_stops_nothing()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var place = Path.Combine(folder, "shared");
        Directory.CreateDirectory(place);
        using var log = Sharing(desk, place);
        var store = new ReleaseStore(desk.Database, log, desk.Clock);
        Assert.IsType<ReleaseOutcome.Done>(await PublishAsync(store, "The bridge opens"));
        var own = Assert.Single(await log.Mark.Shared!.ReadAsync(Cancellation));
        Assert.Equal(log.Mark.Read().Last, own.Mark);

        // Two databases written to with one set of keys: the other node has seen something else, as long, or longer.
        await SharedMarks.Open(place, "other").WriteAsync(own.Mark with { Root = MerkleHashing.EmptyRoot }, Cancellation);
        Assert.IsType<LogProblem.NodeContradicts>(Assert.IsType<ReleaseOutcome.LogRefuses>(await PublishAsync(store, "Too much")).Problem);
        await SharedMarks.Open(place, "other").WriteAsync(own.Mark with { Size = own.Mark.Size + 1 }, Cancellation);
        Assert.IsType<LogProblem.NodeAhead>(Assert.IsType<ReleaseOutcome.LogRefuses>(await PublishAsync(store, "Too much")).Problem);
        Assert.IsType<LogProblem.NodeAhead>(await log.CheckAsync(Cancellation));

        Directory.Delete(place, recursive: true);
        await File.WriteAllTextAsync(place, "not a folder", Cancellation);
        Assert.IsType<ReleaseOutcome.Done>(await PublishAsync(store, "While the place is away"));
        Assert.Contains(place, log.MarkProblem, StringComparison.Ordinal);
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 112 people."));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task ReadsTheLastAsync(string place)
    {
        var (one, other) = (SharedMarks.Open(place, "n1"), SharedMarks.Open(place, "n2"));
        Assert.Empty(await one.ReadAsync(Cancellation));
        foreach (var size in (long[])[9, 10, 7])
        {
            await one.WriteAsync(new LogMark(size, MerkleHashing.Leaf([(byte)size]), At), Cancellation);
        }

        await other.WriteAsync(new LogMark(3, MerkleHashing.Leaf([3]), At), Cancellation);
        Assert.Equal(
            [new NodeMark("n1", new LogMark(10, MerkleHashing.Leaf([10]), At)), new NodeMark("n2", new LogMark(3, MerkleHashing.Leaf([3]), At))],
            (await other.ReadAsync(Cancellation)).OrderBy(mark => mark.Node, StringComparer.Ordinal));
    }

    private static PublicationLog Sharing(ReleaseFixture desk, string place) => new(
        desk.Database, TestPublicationLog.Publisher, new KeyFolder(desk.KeysPath), new HighWaterMark(desk.Log.Mark.Path, null, SharedMarks.Open(place, "own")), desk.Clock);

    private static Task<ReleaseOutcome> PublishAsync(ReleaseStore store, string headline) => new Storyprint.Newsroom.Releases.PublishStory(store, TestPublication.Settings).RunAsync(
        TestActor.Editor, ReleaseFixture.Text(headline), Storyprint.Stories.Links.Slug.From(headline), null, null, Cancellation);
}
