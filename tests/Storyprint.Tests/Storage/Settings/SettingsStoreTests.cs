using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Storage.Settings;

public class SettingsStoreTests : IAsyncLifetime
{
    public sealed class OnPostgres : SettingsStoreTests, IOnPostgres;

    private static readonly SettingKey Tagline = SettingKey.Of("en", "tagline");

    private SmallInstallation small = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SettingsStore Store => small.Installation.Stores.Settings;

    public async ValueTask InitializeAsync() => small = await SmallInstallation.CreateAsync();

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_empty_database_is_filled_from_the_file_once()
    {
        var filled = await Store.CurrentAsync(Cancellation);
        Assert.Equal("\"News of a test\"", filled.All[Tagline].Value);
        Assert.Equal(filled.All.Count, filled.Position);
        await Store.FillAsync(TestPublication.Settings with { Address = "https://other.example" }, Cancellation);
        Assert.Equal(filled.Position, await Store.PositionAsync(Cancellation));
        var first = (await Store.HistoryAsync(Tagline, 10, Cancellation)).Single();
        Assert.Equal((ReleaseMeans.Import, "publication.json", null), (first.ChangedVia, first.Reason, first.Before));
    }

    [Fact]
    public async Task A_change_says_who_made_it_when_and_what_stood_there_before()
    {
        var began = DateTimeOffset.UtcNow.AddSeconds(-1);
        Assert.Equal([Tagline], (await ChangeAsync("\"The harbour, daily\"")).Changed);
        var change = (await Store.HistoryAsync(null, 1, Cancellation)).Single();
        Assert.Equal((Tagline, "\"The harbour, daily\"", "\"News of a test\"", TestActor.Editor.Actor, TestActor.Editor.Means), (change.Key, change.Value, change.Before, change.ChangedBy, change.ChangedVia));
        Assert.InRange(change.ChangedAt, began, DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.Equal(change, await Store.FindAsync(change.Id, Cancellation));
        Assert.Null(await Store.FindAsync(change.Id + 1, Cancellation));
    }

    [Fact]
    public async Task The_same_value_again_is_no_change()
    {
        var before = await Store.PositionAsync(Cancellation);
        Assert.Empty((await ChangeAsync("\"News of a test\"")).Changed);
        Assert.Equal(before, await Store.PositionAsync(Cancellation));
    }

    [Fact]
    public async Task Who_has_seen_an_older_value_is_told_of_the_newer_one()
    {
        var seen = (await Store.CurrentAsync(Cancellation)).All[Tagline].Version;
        await ChangeAsync("\"By somebody else\"");
        var outcome = await Store.ChangeAsync(TestActor.Editor, [new SettingChange(Tagline, "\"Mine\"") { Seen = seen }], Allow, Cancellation);
        Assert.Equal("\"By somebody else\"", Assert.IsType<SettingsOutcome.Overtaken>(outcome).Newest.Value);
        Assert.Equal("\"By somebody else\"", (await Store.CurrentAsync(Cancellation)).All[Tagline].Value);
    }

    [Fact]
    public async Task A_refused_change_leaves_everything_as_it_was()
    {
        var before = await Store.PositionAsync(Cancellation);
        var outcome = await Store.ChangeAsync(
            TestActor.Editor, [new SettingChange(Tagline, "\"A\""), new SettingChange(SettingKey.Of("contact"), "\"b@c.example\"")], _ => new SettingsOutcome.Refused([]), Cancellation);
        Assert.IsType<SettingsOutcome.Refused>(outcome);
        Assert.Equal(before, await Store.PositionAsync(Cancellation));
    }

    [Fact]
    public async Task Many_who_change_at_once_each_leave_one_version()
    {
        var before = await Store.PositionAsync(Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Store.ChangeAsync(TestActor.Editor, [new SettingChange(Tagline, $"\"Number {number}\"")], Allow, Cancellation)));
        var history = await Store.HistoryAsync(Tagline, 20, Cancellation);
        Assert.Equal(Enumerable.Range(0, 8).Select(number => before + 8 - number), history.Take(8).Select(version => version.Id));
        Assert.All(history.Zip(history.Skip(1)), pair => Assert.Equal(pair.Second.Value, pair.First.Before));
        Assert.Equal(history[0].Value, (await Store.CurrentAsync(Cancellation)).All[Tagline].Value);
    }

    [Fact]
    public async Task CurrentPublication_reads_the_settings_only_when_they_changed_and_says_which()
    {
        var current = new CurrentPublication(TestPublication.Settings with { Database = "ours", IsDemo = true });
        Assert.NotEmpty(await current.RefreshAsync(Store, Cancellation));
        var before = current.Newest;
        Assert.Empty(await current.RefreshAsync(Store, Cancellation));
        Assert.Same(before, current.Newest);
        await ChangeAsync("\"The harbour, daily\"");
        Assert.Equal([Tagline], await current.RefreshAsync(Store, Cancellation));
        Assert.Equal(("The harbour, daily", "ours", true), (current.Newest.MainEdition.Tagline, current.Newest.Database, current.Newest.IsDemo));
    }

    [Fact]
    public async Task Who_has_begun_with_a_publication_keeps_it_to_the_end()
    {
        var current = new CurrentPublication(TestPublication.Settings);
        await current.RefreshAsync(Store, Cancellation);
        await Request();
        Assert.Equal("Changed meanwhile", current.Value.MainEdition.Tagline);

        async Task Request()
        {
            current.Pin();
            await ChangeAsync("\"Changed meanwhile\"");
            await current.RefreshAsync(Store, Cancellation);
            Assert.Equal("News of a test", current.Value.MainEdition.Tagline);
            await Task.Yield();
            Assert.Equal("News of a test", current.Value.MainEdition.Tagline);
            Assert.Equal("Changed meanwhile", current.Newest.MainEdition.Tagline);
        }
    }

    [Fact]
    public async Task Settings_that_make_no_publication_leave_the_one_before_in_force()
    {
        var current = new CurrentPublication(TestPublication.Settings);
        await current.RefreshAsync(Store, Cancellation);
        await Store.ChangeAsync(TestActor.Editor, [new SettingChange(SettingKey.Of("pageCacheMegabytes"), "\"many\"")], Allow, Cancellation);
        await Assert.ThrowsAsync<InvalidDataException>(() => current.RefreshAsync(Store, Cancellation));
        Assert.Equal(24, current.Value.PageCacheMegabytes);
    }

    private async Task<SettingsOutcome.Done> ChangeAsync(string tagline) =>
        Assert.IsType<SettingsOutcome.Done>(await Store.ChangeAsync(TestActor.Editor, [new SettingChange(Tagline, tagline)], Allow, Cancellation));

    private static SettingsOutcome Allow(ProposedSettings proposed) => new SettingsOutcome.Done(TestPublication.Settings, StoredSettings.Changed(proposed.Before, proposed.After));
}
