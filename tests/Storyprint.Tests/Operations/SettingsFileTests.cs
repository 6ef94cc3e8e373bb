using Storyprint.Operations;

namespace Storyprint.Tests.Operations;

public sealed class SettingsFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-settings-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_are_changed_added_and_taken_away_and_the_others_stay()
    {
        var path = Path.Combine(folder, "publication.json");
        await File.WriteAllTextAsync(path, """
            {
              // As people write it.
              "address": "https://ledger.example", "database": "Host=old", "media": "s3://pictures",
              "editions": [ { "language": "fa", "name": "دفتر" } ],
            }
            """, Cancellation);
        await SettingsFile.ChangeAsync(path, [("database", "Host=new;Password=a&b"), ("media", null), ("contact", "desk@ledger.example")], Cancellation);
        Assert.Equal("""
            {
              "address": "https://ledger.example",
              "editions": [
                {
                  "language": "fa",
                  "name": "دفتر"
                }
              ],
              "database": "Host=new;Password=a&b",
              "contact": "desk@ledger.example"
            }

            """, await File.ReadAllTextAsync(path, Cancellation), ignoreLineEndingDifferences: true);
        Assert.Single(Directory.EnumerateFiles(folder));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_file_that_others_may_not_read_stays_so()
    {
        var path = Path.Combine(folder, "publication.json");
        await File.WriteAllTextAsync(path, "{}", Cancellation);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await SettingsFile.ChangeAsync(path, [("database", "Host=new")], Cancellation);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData(0b110_100_100, 0b110_000_000)]
    [InlineData(0b110_110_110, 0b110_000_000)]
    [InlineData(0b100_100_000, 0b100_000_000)]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Afterwards_only_its_owner_may_read_it_and_may_no_more_than_before(int before, int after)
    {
        var path = Path.Combine(folder, "publication.json");
        await File.WriteAllTextAsync(path, "{}", Cancellation);
        File.SetUnixFileMode(path, (UnixFileMode)before);
        await SettingsFile.ChangeAsync(path, [("database", "Host=new;Password=secret")], Cancellation);
        Assert.Equal((UnixFileMode)after, File.GetUnixFileMode(path));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
