using System.Net;
using System.Net.Sockets;
using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Tests.Provenance.Verification;

/// <summary>What we call good and what we call damaged, the independent checkers must call so as well.</summary>
public sealed class GoAgreementTests(GoTools go) : IClassFixture<GoTools>
{
    public static TheoryData<string> Damages => [.. LogDamage.All.Select(damage => damage.Name)];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task The_outside_log_checker_agrees(string name)
    {
        Assert.SkipWhen(go.Missing is not null, go.Missing ?? "");
        var damage = LogDamage.Named(name);
        await using var server = await LogServer.StartAsync(damage.Served);
        string[] state = [];
        if (damage.Known is not null)
        {
            state = ["-state", go.NewFile()];
            await File.WriteAllBytesAsync(state[1], damage.Known, TestContext.Current.CancellationToken);
        }

        var (code, output) = await RunAsync("tlogverify", ["-url", server.Url, "-vkey", TestKeys.Log.Verifier.ToString(), .. state]);
        Assert.True((code == 0) == (damage.Expected is null), output);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("upper", true)]
    [InlineData("flip", false)]
    [InlineData("revision", false)]
    public async Task The_outside_seal_checker_agrees(string change, bool good)
    {
        Assert.SkipWhen(go.Missing is not null, go.Missing ?? "");
        var link = change switch
        {
            "upper" => WorkedExample.Link.ToUpperInvariant(),
            "flip" => WorkedExample.Link[..^1] + "B",
            "revision" => WorkedExample.Link.Replace("1125540.3", "1125540.4", StringComparison.Ordinal),
            _ => WorkedExample.Link,
        };
        var text = go.NewFile();
        await File.WriteAllBytesAsync(text, WorkedExample.CanonicalText, TestContext.Current.CancellationToken);
        var (code, output) = await RunAsync("sealcheck", ["-vkey", WorkedExample.SealKey, "-text", text, link]);
        Assert.True((code == 0) == good, output);
        Assert.Equal(good, output.Contains("text matches: true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_outside_seal_checker_agrees_about_a_text_of_version_2()
    {
        Assert.SkipWhen(go.Missing is not null, go.Missing ?? "");
        var text = go.NewFile();
        await File.WriteAllBytesAsync(text, WorkedExample.CanonicalTextV2, TestContext.Current.CancellationToken);
        var (code, output) = await RunAsync("sealcheck", ["-vkey", WorkedExample.SealKey, "-text", text, WorkedExample.LinkV2]);
        Assert.True(code == 0 && output.Contains("text matches: true", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task The_outside_witness_cosigns_what_we_send_and_the_outside_checker_counts_it()
    {
        Assert.SkipWhen(go.Missing is not null, go.Missing ?? "");
        var stop = TestContext.Current.CancellationToken;
        var address = $"127.0.0.1:{FreePort()}";
        using var witness = go.Start("miniwitness", "-addr", address, "-state", Directory.CreateDirectory(go.NewFile()).FullName, TestKeys.Log.Verifier.ToString());
        try
        {
            var key = VerifierKey.Parse((await witness.StandardOutput.ReadLineAsync(stop))!);
            var leaves = TestTree.Leaves(600);
            var store = TestTree.Store(leaves);
            async Task<AddCheckpointResponse> Send(int old, TestLog log, int size)
            {
                Assert.True(SignedCheckpoint.TryParse(log.Files["checkpoint"], out var signed, out _));
                var request = new AddCheckpointRequest(old, await ConsistencyProof.CreateAsync(store, old, size, stop), signed);
                return await PostAsync($"http://{address}/add-checkpoint", request, key, stop);
            }

            Assert.IsType<AddCheckpointResponse.Cosigned>(await Send(0, TestLog.Of(321), 321));
            Assert.Equal(new AddCheckpointResponse.SawOtherSize(321), await Send(0, TestLog.Of(600), 600));
            Assert.IsType<AddCheckpointResponse.Contradicted>(await Send(321, TestLog.Of(600, edited: 5), 600));
            var log = TestLog.Of(600);
            var cosigned = Assert.IsType<AddCheckpointResponse.Cosigned>(await Send(321, log, 600));

            Assert.True(SignedCheckpoint.TryParse(log.Files["checkpoint"], out var checkpoint, out _));
            log.Files["checkpoint"] = checkpoint.With([.. cosigned.Cosignatures.Select(line => line.Line)]).ToBytes();
            await using var server = await LogServer.StartAsync(log);
            var (code, output) = await RunAsync("tlogverify", ["-url", server.Url, "-vkey", TestKeys.Log.Verifier.ToString(), "-witness", key.ToString(), "-quorum", "1"]);
            Assert.True(code == 0, output);
        }
        finally
        {
            witness.Kill();
        }
    }

    [Fact]
    public async Task The_outside_checker_makes_a_receipt_that_we_read()
    {
        Assert.SkipWhen(go.Missing is not null, go.Missing ?? "");
        await using var server = await LogServer.StartAsync(TestLog.Of(600));
        var (_, output) = await RunAsync("tlogverify", ["-url", server.Url, "-vkey", TestKeys.Log.Verifier.ToString(), "-prove", "321"]);
        var text = output[output.IndexOf("c2sp.org/", StringComparison.Ordinal)..];
        Assert.True(Storyprint.Provenance.Receipts.Receipt.TryParse(Encoding.UTF8.GetBytes(text), out var receipt, out var reason), reason);
        var policy = TrustPolicy.WithoutWitnesses(TestKeys.Log.Verifier);
        Assert.IsType<Storyprint.Provenance.Receipts.ReceiptVerdict.Holds>(receipt.Verify(TestTree.Entry(321), policy));
        Assert.IsType<Storyprint.Provenance.Receipts.ReceiptVerdict.NotIncluded>(receipt.Verify(TestTree.Entry(322), policy));
    }

    private static async Task<AddCheckpointResponse> PostAsync(string url, AddCheckpointRequest request, VerifierKey key, CancellationToken stop)
    {
        using var client = new HttpClient();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var content = new ByteArrayContent(request.ToBytes());
                using var response = await client.PostAsync(new Uri(url), content, stop);
                return AddCheckpointResponse.Read((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(stop), request.Checkpoint, key);
            }
            catch (HttpRequestException) when (attempt < 50)
            {
                // It prints its key before it listens.
                await Task.Delay(20, stop);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<(int Code, string Output)> RunAsync(string tool, string[] arguments)
    {
        using var process = go.Start(tool, arguments);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
