using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Stories;

public class ScanCountStoreTests
{
    public sealed class OnPostgres : ScanCountStoreTests, IOnPostgres;

    private static readonly DateOnly Day = new(2026, 11, 22);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_of_several_servers_are_added_up_by_story_and_day()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var (code, other) = (await desk.PublishedAsync(), await desk.PublishedAsync());
        var store = new ScanCountStore(desk.Database);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(server => store.AddAsync(
            [new ScanCount(server % 2 == 0 ? code : other, Day, 1), new ScanCount(server % 2 == 0 ? other : code, Day, 2), new ScanCount(code, Day.AddDays(-1), 1)], Cancellation)));
        Assert.Equal([(Day.AddDays(-1), 8L), (Day, 12L)], (await store.OfAsync(code, Day.AddDays(-30), Cancellation)).Select(count => (count.Day, count.Scans)));
        Assert.Equal(12, Assert.Single(await store.OfAsync(other, Day.AddDays(-30), Cancellation)).Scans);
        Assert.Single(await store.OfAsync(code, Day, Cancellation));
    }

    [Fact]
    public async Task A_code_that_no_story_bears_is_left_out_and_old_days_go()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var store = new ScanCountStore(desk.Database);
        await store.AddAsync([new ScanCount(code, Day, 1), new ScanCount(StoryCode.FromNumber(99_999), Day, 5)], Cancellation);
        await store.AddAsync([new ScanCount(code, Day.AddDays(ScanCountStore.KeptDays + 1), 1)], Cancellation);
        Assert.Equal(Day.AddDays(ScanCountStore.KeptDays + 1), Assert.Single(await store.OfAsync(code, Day, Cancellation)).Day);
    }
}
