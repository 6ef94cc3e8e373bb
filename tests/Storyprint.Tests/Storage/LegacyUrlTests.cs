using Storyprint.Storage.Imports;
using Storyprint.Storage.Stories;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage;

public class LegacyUrlTests
{
    public sealed class OnPostgres : LegacyUrlTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_longest_address_that_is_kept_leads_to_its_story()
    {
        // Random, because PostgreSQL packs a long key before it measures it.
        var path = "/" + Convert.ToHexString(Random(1299)) + "x";
        var kept = LegacyUrl.Normalize(path);
        Assert.Equal(path, kept);
        using var desk = await ReleaseFixture.OpenAsync();
        var story = TestPublication.Story("old", "An old one", "Came in.", TestPublication.LibraryAt) with { LegacyUrls = [kept!] };
        await new ImportStore(desk.Database, desk.Log, desk.Clock).SaveAsync(TestActor.Importer, [story], 1, Cancellation);
        Assert.NotNull(await desk.Stories.FindByOldLinkAsync(kept!, Cancellation));
    }

    [Theory]
    [InlineData("x", 2600)]
    [InlineData("渡", 867)]
    public void An_address_that_is_too_long_for_a_key_is_not_kept(string letter, int count) =>
        Assert.Null(LegacyUrl.Normalize("/" + string.Concat(Enumerable.Repeat(letter, count))));

    private static byte[] Random(int count)
    {
        var bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
