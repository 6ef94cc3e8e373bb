using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Stories;

public class StoryCodeAllocatorTests
{
    public sealed class OnPostgres : StoryCodeAllocatorTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Codes_follow_each_other_and_none_that_is_taken_is_given_out()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var taken = await desk.PublishedAsync();
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        await using var transaction = await desk.Database.BeginWriteAsync(connection, Cancellation);
        var codes = new StoryCodeAllocator(transaction, 1);
        Assert.True(await codes.IsTakenAsync(taken, Cancellation));
        StoryCode[] given = [await codes.NextAsync(Cancellation), await codes.NextAsync(Cancellation), await codes.NextAsync(Cancellation)];
        Assert.Equal(3, given.Distinct().Count());
        Assert.DoesNotContain(taken, given);
        await codes.FinishAsync(Cancellation);
        Assert.DoesNotContain(await new StoryCodeAllocator(transaction, 1).NextAsync(Cancellation), given);
    }

    [Fact]
    public async Task A_new_database_has_a_log_of_no_stories_and_no_pictures_to_keep()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        var head = await LogHead.ReadAsync(connection, Cancellation);
        await desk.PublishedAsync();
        Assert.Equal((head?.Size ?? 0) + 1, (await LogHead.ReadAsync(connection, Cancellation))!.Size);
        Assert.Empty(await ReferencedPicture.ListAsync(connection, Cancellation));
    }

    [Fact]
    public void ReleaseClock_counts_whole_seconds()
    {
        var clock = new SetClock(new DateTimeOffset(2026, 3, 5, 9, 0, 0, 999, TimeSpan.Zero));
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero), clock.ReleaseTime);
    }

    [Fact]
    public void WithdrawnSource_tells_an_identifier_without_holding_it()
    {
        var kept = WithdrawnSource.Create("file-of-a-name.md");
        Assert.True(WithdrawnSource.IsKept(kept));
        Assert.True(WithdrawnSource.IsOf(kept, "file-of-a-name.md"));
        Assert.False(WithdrawnSource.IsOf(kept, "file-of-another.md"));
        Assert.False(WithdrawnSource.IsKept("file-of-a-name.md"));
        Assert.DoesNotContain("name", kept, StringComparison.Ordinal);
        Assert.NotEqual(kept, WithdrawnSource.Create("file-of-a-name.md"));
    }
}
