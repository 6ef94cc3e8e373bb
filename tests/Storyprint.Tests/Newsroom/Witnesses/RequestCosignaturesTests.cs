using Storyprint.Newsroom.Releases;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Provenance.Verification;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Newsroom.Witnesses;

public class RequestCosignaturesTests(GoTools go) : IClassFixture<GoTools>
{
    public sealed class OnPostgres(GoTools go) : RequestCosignaturesTests(go), IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cosignature_is_kept_and_served_under_the_checkpoint()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        var asking = new Asking(desk, witness);
        Assert.True((await asking.RunAsync()).IsReached);
        await desk.PublishedAsync();
        Assert.Equal(1, (await asking.RunAsync()).SeenBy);
        var served = (await desk.Served.CheckpointAsync(Cancellation))!;
        Assert.Equal(witness.Key.Verifier, Assert.Single(Assert.IsType<CheckpointVerdict.Trusted>(served.Verify(await LogKeyAsync(desk), witness.Key.Verifier)).Cosignatures).Witness);
        Assert.Equal(2, witness.Asked);
        await asking.RunAsync();
        Assert.Equal(2, witness.Asked);
        await asking.RunAsync(again: true);
        Assert.Equal(3, witness.Asked);
    }

    [Fact]
    public async Task The_outside_witness_cosigns_every_release()
    {
        Assert.SkipWhen(go.Missing is not null, go.Missing ?? "");
        using var desk = await ReleaseFixture.OpenAsync();
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var address = listener.LocalEndpoint.ToString()!;
        listener.Stop();
        using var process = go.Start("miniwitness", "-addr", address, "-state", Directory.CreateDirectory(go.NewFile()).FullName, (await LogKeyAsync(desk)).ToString());
        try
        {
            var vkey = (await process.StandardOutput.ReadLineAsync(Cancellation))!;
            var asking = new Asking(desk, 1, [new PublicationWitness { Name = "go", Vkey = vkey, Url = $"http://{address}" }]);
            for (var release = 0; release < 5; release++)
            {
                await desk.PublishedAsync($"Story {release}");
                var report = await asking.AfterReleaseAsync(waits: true, seconds: 20);
                Assert.True(report.IsReached, report.Results[0].Sentence);
            }

            Assert.Equal(7, Assert.IsType<WitnessStatement.Cosigned>(Assert.Single(asking.Words.Read())).Size);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task A_witness_that_lags_names_its_size_and_gets_the_proof_from_there()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        var asking = new Asking(desk, witness);
        await asking.RunAsync();
        var first = witness.Last;
        await desk.PublishedAsync("First");
        await asking.RunAsync();
        await desk.PublishedAsync("Second");
        witness.Last = first;
        Assert.True((await asking.RunAsync()).IsReached);
        Assert.Equal(4, witness.Last!.Value.Size);
    }

    [Fact]
    public async Task A_release_waits_for_the_quorum_and_stands_without_it()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var first = await TestWitness.StartAsync();
        await using var second = await TestWitness.StartAsync("w2");
        var asking = new Asking(desk, 2, [first.Setting, second.Setting]);
        var failures = 2;
        second.Answer = (context, request) =>
        {
            second.Answer = --failures == 0 ? null : second.Answer;
            return TestWitness.SayAsync(context, 503, "");
        };
        var store = new ReleaseStore(desk.Database, desk.Log, desk.Clock, async _ => await asking.AfterReleaseAsync(waits: true, seconds: 20));
        var outcome = await new PublishStory(store, TestPublication.Settings).RunAsync(TestActor.Editor, ReleaseFixture.Text("The ferry sails"), Slug.From("ferry"), null, null, Cancellation);
        Assert.True(Assert.IsType<ReleaseOutcome.Done>(outcome).Witnesses!.IsReached);

        second.Answer = (context, _) => TestWitness.SayAsync(context, 503, "");
        var impatient = new ReleaseStore(desk.Database, desk.Log, desk.Clock, async _ => await asking.AfterReleaseAsync(waits: true, seconds: 1));
        outcome = await new PublishStory(impatient, TestPublication.Settings).RunAsync(TestActor.Editor, ReleaseFixture.Text("The ferry returns"), Slug.From("ferry"), null, null, Cancellation);
        Assert.Equal((1, false), Assert.IsType<ReleaseOutcome.Done>(outcome).Witnesses is { } report ? (report.SeenBy, report.IsReached) : default);
        Assert.Equal(2, await desk.VerifyAsync());
    }

    private static async Task<VerifierKey> LogKeyAsync(ReleaseFixture desk) => (await new KeyStore(desk.Database, TestPublicationLog.Publisher).ListAsync(Cancellation))
        .Keys.Single(key => key is { Role: KeyRole.Log, Status: KeyStatus.Active }).Key;
}
