using System.Text.Json.Nodes;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd;

/// <summary>storyprint-verify as it is given to people: one small file that says what the large program says.</summary>
public sealed class VerifyProgramTests(DemoSite site) : IDisposable
{
    private const long MaxBytes = 25_000_000;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-verify-").FullName;

    [Fact]
    public async Task The_checker_is_one_file_and_says_what_the_program_says()
    {
        var published = await Tool.RunAsync("bash", Path.Combine(Tool.Repository, "scripts/publish-verify.sh"), Path.Combine(folder, "program"));
        Assert.True(published.ExitCode == 0, published.Output + published.Errors);
        var program = Directory.EnumerateFiles(Path.Combine(folder, "program")).Single();
        Assert.InRange(new FileInfo(program).Length, 1, MaxBytes);

        var good = await BothAsync(program, 0, "verify", site.Address.ToString(), "--json", "--state", Path.Combine(folder, "state.json"));
        Assert.Equal("good", (string?)good["result"]);
        var nothing = await BothAsync(program, 2, "verify", folder, "--json", "--state", Path.Combine(folder, "state.json"));
        Assert.Equal("unchecked", (string?)nothing["result"]);
        var damaged = await BothAsync(program, 1, "verify", await DamagedAsync(), "--json", "--log-only", "--state", Path.Combine(folder, "other.json"));
        Assert.Equal("damaged", (string?)damaged["result"]);

        foreach (var mistyped in (string[][])[["verify", ".", "--no-such-option"], ["verify", "nowhere"], ["verify-seal", "nothing"]])
        {
            var (exitCode, said) = await StoryprintProcess.RunAsync(mistyped);
            var small = await Tool.RunAsync(program, mistyped);
            Assert.Equal((2, 2), (exitCode, small.ExitCode));
            Assert.True(said.Contains(small.Errors.Split('\n')[0].Trim(), StringComparison.Ordinal), $"{said}\n\n{small.Errors}");
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Nobody's checkpoint: the key list is right, and what stands beside it is not signed.
    private async Task<string> DamagedAsync()
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, "site")).FullName;
        using var client = new HttpClient();
        foreach (var address in (string[])[".well-known/storyprint/keys", "log/checkpoint"])
        {
            var path = Path.Combine(copy, address);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var text = await client.GetStringAsync(new Uri(site.Address, address), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(path, address.EndsWith("checkpoint", StringComparison.Ordinal) ? text.Replace('A', 'B') : text, TestContext.Current.CancellationToken);
        }

        return copy;
    }

    private static async Task<JsonNode> BothAsync(string program, int exitCode, params string[] arguments)
    {
        var small = await Tool.RunAsync(program, arguments);
        var (code, said) = await StoryprintProcess.RunAsync(arguments);
        Assert.True((small.ExitCode, code) == (exitCode, exitCode), $"{small.ExitCode}, {code}:\n{small.Output}{small.Errors}\n{said}");
        var (one, other) = (Report(small.Output), Report(said));
        Assert.Equal(other.ToJsonString(), one.ToJsonString());
        return one;
    }

    // Of two checks one remembers the other, and each has its own time.
    private static JsonNode Report(string json)
    {
        var report = JsonNode.Parse(json)!.AsObject();
        foreach (var member in (string[])["checkedAt", "before", "keySource", "findings", "findingCounts"])
        {
            if (member is not ("findings" or "findingCounts") || (int?)report["exitCode"] == 0)
            {
                report.Remove(member);
            }
        }

        return report;
    }
}
