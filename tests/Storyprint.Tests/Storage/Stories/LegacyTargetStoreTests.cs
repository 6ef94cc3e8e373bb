using Storyprint.Storage.Stories;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Stories;

public class LegacyTargetStoreTests : IAsyncLifetime
{
    public sealed class OnPostgres : LegacyTargetStoreTests, IOnPostgres;

    private ReleaseFixture desk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LegacyTargetStore Store => new(desk.Database);

    public async ValueTask InitializeAsync() => desk = await ReleaseFixture.OpenAsync();

    public ValueTask DisposeAsync()
    {
        desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_address_leads_to_what_had_it_first_in_every_letter_case()
    {
        Assert.Equal(2, await Store.AddAsync([new("/up/Boat.gif", "/media/a/1600.jpg", "a"), new("/?cat=3", "category city", null)], Cancellation));
        Assert.Equal(1, await Store.AddAsync([new("/up/Boat.gif", "/media/b/1600.jpg", "b"), new("/?cat=3", "category city", null)], Cancellation));
        Assert.Equal(0, await Store.AddAsync([], Cancellation));
        foreach (var path in (string[])["/up/Boat.gif", "/up/boat.gif", "/up/BOAT.GIF", "/up/Boat-300x200.gif", "/up/Boat-scaled.gif/"])
        {
            Assert.Equal("/media/a/1600.jpg", await Store.FindAsync(LegacyTargetStore.FormsOf(path), Cancellation));
        }

        Assert.Null(await Store.FindAsync(LegacyTargetStore.FormsOf("/up/boats.gif"), Cancellation));
        Assert.Null(await Store.FindAsync(LegacyTargetStore.FormsOf("/"), Cancellation));
        Assert.Equal(["/?cat=3", "/up/Boat.gif", "/up/boat.gif"], await Store.PathsAsync("", 10, Cancellation));
        Assert.Equal(["/up/boat.gif"], await Store.PathsAsync("/up/Boat.gif", 10, Cancellation));
    }
}
