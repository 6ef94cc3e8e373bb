using Storyprint.Newsroom.Settings;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Newsroom.Settings;

public class ChangeSettingsTests : IAsyncLifetime
{
    public sealed class OnPostgres : ChangeSettingsTests, IOnPostgres;

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
    public async Task A_change_that_belongs_together_is_made_at_once()
    {
        var done = Assert.IsType<SettingsOutcome.Done>(await ChangeAsync(("editions", """["fa","en","ar"]"""), ("editions.ar.name", "\"دفتر الميناء\"")));
        Assert.Equal(["fa", "en", "ar"], done.Publication.Editions.Select(edition => edition.Language));
        Assert.Equal(["editions", "editions.ar.name"], done.Changed.Select(key => key.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("editions", """["en","de"]""", "the edition de needs a name")]
    [InlineData("editions", "[]", "at least one edition")]
    [InlineData("address", "\"ledger\"", "without a path")]
    [InlineData("address", "\"https://other.example\"", "keeps that name for ever")]
    [InlineData("address", "null", "without a path")]
    [InlineData("editions.en.timeZone", "\"Mars/North\"", "Europe/Copenhagen")]
    [InlineData("witnesses", """[{"name":"w1","vkey":"nonsense","url":"https://w.example"}]""", "vkey of the witness")]
    [InlineData("pageCacheMegabytes", "\"many\"", "it has the wrong shape at $.")]
    [InlineData("editions.en.calendar", "\"zz\"", "“zz” is not possible for editions.en.calendar; there are Gregorian, Jalali.")]
    [InlineData("editions.en.calendar", "7", "there are Gregorian, Jalali.")]
    public async Task What_cannot_stand_is_refused_with_a_sentence_and_changes_nothing(string key, string value, string sentence)
    {
        var before = await Store.PositionAsync(Cancellation);
        var refused = Assert.IsType<SettingsOutcome.Refused>(await ChangeAsync((key, value)));
        Assert.Contains(refused.Problems, problem => problem.Sentence.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(before, await Store.PositionAsync(Cancellation));
    }

    [Fact]
    public async Task The_scheme_of_the_address_may_change_since_the_log_bears_the_host_alone() =>
        Assert.IsType<SettingsOutcome.Done>(await ChangeAsync(("address", "\"http://ledger.example\"")));

    // A zone that this machine does not know, perhaps, must not stand in the way of another change.
    [Fact]
    public async Task What_was_wrong_before_does_not_hinder_another_change()
    {
        await Store.ChangeAsync(TestActor.Editor, [new SettingChange(SettingKey.Of("fa", "timeZone"), "\"Mars/North\"")], proposed => new SettingsOutcome.Done(TestPublication.Settings, []), Cancellation);
        Assert.IsType<SettingsOutcome.Done>(await ChangeAsync(("editions.en.tagline", "\"All the same\"")));
        Assert.IsType<SettingsOutcome.Refused>(await ChangeAsync(("editions.fa.timeZone", "\"Mars/South\"")));
    }

    [Fact]
    public async Task A_value_is_brought_back_as_a_change_of_its_own()
    {
        var first = (await Store.HistoryAsync(SettingKey.Of("en", "tagline"), 1, Cancellation)).Single();
        await ChangeAsync(("editions.en.tagline", "\"A mistake\""));
        var verb = new ChangeSettings(Store);
        Assert.IsType<SettingsOutcome.Done>(await verb.RevertAsync(TestActor.Editor, first.Id, Cancellation));
        var newest = (await Store.HistoryAsync(SettingKey.Of("en", "tagline"), 10, Cancellation))[0];
        Assert.Equal((first.Value, "\"A mistake\"", (long?)first.Id), (newest.Value, newest.Before, newest.RevertsTo));
        Assert.Null(await verb.RevertAsync(TestActor.Editor, 1_000_000, Cancellation));
    }

    private Task<SettingsOutcome> ChangeAsync(params (string Key, string Value)[] changes) => new ChangeSettings(Store).RunAsync(
        TestActor.Editor, [.. changes.Select(change => new SettingChange(SettingKey.TryParse(change.Key, out var key) ? key : throw new ArgumentException(change.Key), change.Value))], Cancellation);
}
