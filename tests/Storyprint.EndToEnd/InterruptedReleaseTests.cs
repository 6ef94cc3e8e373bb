using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Storyprint.EndToEnd.Machine;
using Storyprint.Operations;
using Storyprint.Storage.Engine;

namespace Storyprint.EndToEnd;

/// <summary>Releases whose process is killed at many moments: nothing acknowledged is lost, and the log has no gap and no second history.</summary>
public sealed partial class InterruptedReleaseTests : IDisposable
{
    private const int Kills = 12;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-killed-").FullName;

    private string Data => Path.Combine(folder, "data");

    [Fact]
    public async Task Killed_releases_lose_nothing_that_was_acknowledged_and_the_log_verifies()
    {
        Directory.CreateDirectory(Data);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "demo/publication.json"), Installation.SettingsPath(Data));
        var file = Path.Combine(folder, "ferry.md");
        await File.WriteAllTextAsync(file, "---\ntitle: The ferry sails\nsection: sea\n---\nIt carries 120 people.\n", TestContext.Current.CancellationToken);
        var (exitCode, said) = await StoryprintProcess.RunAsync("publish", file, "--data", Data);
        Assert.True(exitCode == 0, said);
        var code = Code().Match(said).Groups[1].Value;

        var watch = Stopwatch.StartNew();
        (exitCode, said) = await StoryprintProcess.RunAsync(Correction(code, 1));
        Assert.True(exitCode == 0, said);
        var whole = watch.Elapsed;

        long acknowledged = 2;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var release = StoryprintProcess.Start(Correction(code, (int)acknowledged));
            await Task.Delay(whole * kill / Kills, TestContext.Current.CancellationToken);
            if (!release.HasExited)
            {
                await release.KillAsync();
            }

            var revision = await RevisionAsync(code);
            Assert.InRange(revision, acknowledged + (release.Said.Contains("Corrected:", StringComparison.Ordinal) ? 1 : 0), acknowledged + 1);
            acknowledged = revision;
        }

        (exitCode, said) = await StoryprintProcess.RunAsync(Correction(code, (int)acknowledged));
        Assert.True(exitCode == 0, said);
        await using var site = StoryprintProcess.Start("serve", "--data", Data, "--port", "0");
        (exitCode, said) = await StoryprintProcess.RunAsync(
            "verify", (await site.AddressAsync()).ToString(), "--state", Path.Combine(folder, "state"));
        Assert.True(exitCode == 0, said);
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
    }

    private string[] Correction(string code, int expected) =>
    [
        "correct", code, "--expected", expected.ToString(CultureInfo.InvariantCulture), "--note", "It carries 112 people.", "--said", "120", "--says", "112", "--data", Data,
    ];

    private async Task<long> RevisionAsync(string code)
    {
        await using var connection = await Installation.Open(Data).Installation!.Database.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ScalarAsync<long>("SELECT current_revision FROM story WHERE code = @code", TestContext.Current.CancellationToken, ("@code", code));
    }

    [GeneratedRegex(@"Published: (\d+)\.1 ")]
    private static partial Regex Code();
}
