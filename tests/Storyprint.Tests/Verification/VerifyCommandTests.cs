using System.Diagnostics;
using System.Text.Json;
using Storyprint.Provenance.Served;
using Storyprint.Tests.Provenance;

namespace Storyprint.Tests.Verification;

/// <summary>The commands as somebody runs them: exit codes and output.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly Checking checking = new();

    [Fact]
    public async Task A_good_folder_ends_with_0_and_a_damaged_one_with_1()
    {
        var site = TestSite.Usual();
        var (code, output) = await RunAsync("verify", checking.Write(site), "--state", checking.StatePath, "--key", TestKeys.Log.Verifier.ToString());
        Assert.True(code == 0, output);
        Assert.Contains("All that was checked agrees.", output, StringComparison.Ordinal);

        site.Flip("log/tile/0/000", 5);
        (code, output) = await RunAsync("verify", checking.Write(site), "--state", checking.StatePath, "--json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal((1, 1, "damaged"), (code, json.RootElement.GetProperty("exitCode").GetInt32(), json.RootElement.GetProperty("result").GetString()));
        var finding = json.RootElement.GetProperty("findings").EnumerateArray().First(each => each.GetProperty("kind").GetString() == "tile-differs");
        Assert.Equal(PublishedFiles.LogPrefix + "tile/0/000", finding.GetProperty("about").GetString());
    }

    [Theory]
    [InlineData("verify", "nowhere")]
    [InlineData("verify", "ftp://news.example.org")]
    [InlineData("verify", ".", "--key", "nonsense")]
    [InlineData("verify", ".", "--no-such-option")]
    [InlineData("verify-seal", WorkedExample.Link)]
    [InlineData("verify-seal", WorkedExample.Link, "--keys", "nowhere.json")]
    public async Task What_could_not_be_checked_ends_with_2(params string[] arguments) => Assert.Equal(2, (await RunAsync(arguments)).Code);

    [Fact]
    public async Task A_seal_is_checked_with_a_saved_key_list()
    {
        var site = TestSite.Usual();
        var keys = Path.Combine(checking.Write(site), PublishedFiles.FileFor(PublishedFiles.Keys));
        var (code, output) = await RunAsync("verify-seal", WorkedExample.Link.ToLowerInvariant(), "--keys", keys);
        Assert.True(code == 0, output);
    }

    public void Dispose() => checking.Dispose();

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "storyprint.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }
}
