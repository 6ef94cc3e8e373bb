using Storyprint.Newsroom.Settings;
using Storyprint.Operations;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Operations.Backup;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Storage.Settings;

/// <summary>Settings and their history go wherever the publication goes.</summary>
public class SettingsTravelTests : IAsyncLifetime
{
    public sealed class OnPostgres : SettingsTravelTests, IOnPostgres;

    private static readonly SettingKey Tagline = SettingKey.Of("en", "tagline");

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-settings-").FullName;
    private SmallInstallation small = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        small = await SmallInstallation.CreateAsync();
        await ChangeAsync("\"Second\"");
        await ChangeAsync("\"Third\"");
    }

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_restored_backup_has_the_settings_of_its_day_and_not_those_of_its_file()
    {
        await small.BackUpAsync(Path.Combine(folder, "backup"));
        await ChangeAsync("\"After the backup\"");
        var restored = Path.Combine(folder, "restored");
        await using (var backup = RestoreBackup.At(Path.Combine(folder, "backup"))!)
        {
            Assert.Null((await new RestoreBackup().RunAsync(TestActor.Editor, backup, restored, Cancellation)).Problem);
        }

        var (installation, problem) = Installation.Open(restored);
        Assert.True(installation is not null, problem);
        Assert.Equal("News of a test", installation.Publication.MainEdition.Tagline);
        await installation.ReadSettingsAsync(Cancellation);
        Assert.Equal("Third", installation.Publication.MainEdition.Tagline);
        Assert.Equal(["\"Third\"", "\"Second\"", "\"News of a test\""], await HistoryAsync(installation.Stores.Settings));
        installation.Database.CloseIdle();
    }

    [Fact]
    public async Task A_move_to_the_other_engine_takes_them_along_and_the_old_database_takes_no_more()
    {
        await using var engine = await small.Engine.OtherAsync();
        var other = engine.Open();
        Assert.IsType<MoveOutcome.Done>(await new MovePublication(small.Installation.Database, other).RunAsync(null, Cancellation));
        var moved = new SettingsStore(other, TimeProvider.System);
        Assert.Equal(["\"Third\"", "\"Second\"", "\"News of a test\""], await HistoryAsync(moved));
        Assert.Equal((await small.Installation.Stores.Settings.CurrentAsync(Cancellation)).Values, (await moved.CurrentAsync(Cancellation)).Values);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ChangeAsync("\"Too late\""));
        Assert.IsType<SettingsOutcome.Done>(await new ChangeSettings(moved).RunAsync(TestActor.Editor, [new SettingChange(Tagline, "\"The first on the new one\"")], Cancellation));
        other.CloseIdle();
    }

    private async Task ChangeAsync(string value) => Assert.IsType<SettingsOutcome.Done>(
        await new ChangeSettings(small.Installation.Stores.Settings).RunAsync(TestActor.Editor, [new SettingChange(Tagline, value)], Cancellation));

    private static async Task<IEnumerable<string>> HistoryAsync(SettingsStore store) => (await store.HistoryAsync(Tagline, 9, Cancellation)).Select(version => version.Value);
}
