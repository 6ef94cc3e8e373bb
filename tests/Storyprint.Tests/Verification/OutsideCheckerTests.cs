using Storyprint.Tests.Provenance;
using Storyprint.Tests.Provenance.Verification;

namespace Storyprint.Tests.Verification;

/// <summary>The independent checkers in Go must say the same of the same sites and seals.</summary>
public sealed class OutsideCheckerTests(GoTools go) : IClassFixture<GoTools>
{
    public static TheoryData<string> Damages => [.. SiteDamage.All.Where(damage => damage.IsInTheTree || damage.ExitCode == 0).Select(damage => damage.Name)];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_log_is_damaged_to_both(string name)
    {
        Assert.SkipWhen(go.Missing is not null, go.Missing ?? "");
        var damage = SiteDamage.Named(name);
        await using var server = await SiteServer.StartAsync(damage.Make());
        using var checking = new Checking();
        Assert.Equal(damage.ExitCode, (await checking.HttpAsync(server)).ExitCode);
        var (code, output) = await RunAsync(
            "tlogverify", "-url", new Uri(server.Address, "log").ToString(), "-vkey", TestKeys.Log.Verifier.ToString(), "-witness", TestKeys.Witness.Verifier.ToString(), "-quorum", "1");
        Assert.True((code == 0) == (damage.ExitCode == 0), output);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("1125540.3", "1125540.2")]
    [InlineData("ABVQG", "ABVQH")]
    [InlineData("HIYA", "HIYB")]
    [InlineData("https", "HTTPS")]
    public async Task A_seal_is_worth_the_same_to_both(string there, string here)
    {
        Assert.SkipWhen(go.Missing is not null, go.Missing ?? "");
        var link = there.Length == 0 ? WorkedExample.Link : WorkedExample.Link.Replace(there, here, StringComparison.Ordinal);
        var (code, output) = await RunAsync("sealcheck", "-vkey", WorkedExample.SealKey, link);
        Assert.True((code == 0) == (Storyprint.Verification.SealCheck.With(TestKeys.Seal.Verifier).Run(link).ExitCode == 0), output);
    }

    private async Task<(int Code, string Output)> RunAsync(string tool, params string[] arguments)
    {
        using var process = go.Start(tool, arguments);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
