using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Witnesses;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Web.Log;

namespace Storyprint.Tests.Newsroom.Witnesses;

public class WitnessPolicyTests
{
    public sealed class OnPostgres : WitnessPolicyTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_policy_names_the_witnesses_and_the_quorum()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var first = await TestWitness.StartAsync();
        await using var second = await TestWitness.StartAsync("w2");
        var settings = TestPublication.Settings with { Witnesses = [first.Setting, second.Setting], WitnessQuorum = 2 };
        var policy = (await new LogPolicy(new KeyStore(desk.Database, TestPublicationLog.Publisher), new CurrentPublication(settings)).ReadAsync(Cancellation))!;
        Assert.Equal(["w1", "w2"], policy.Witnesses.Select(witness => witness.Name));
        var asking = new Asking(desk, 2, settings.Witnesses);
        second.Answer = (context, _) => TestWitness.SayAsync(context, 503, "");
        await asking.RunAsync();
        Assert.IsType<PolicyVerdict.QuorumMissing>(policy.Judge((await desk.Served.CheckpointAsync(Cancellation))!));
        second.Answer = null;
        await asking.RunAsync();
        Assert.IsType<PolicyVerdict.Satisfied>(policy.Judge((await desk.Served.CheckpointAsync(Cancellation))!));
    }

    [Fact]
    public async Task Settings_that_would_weaken_the_quorum_are_refused()
    {
        await using var witness = await TestWitness.StartAsync();
        var good = witness.Setting;
        foreach (var (bad, quorum) in ((IReadOnlyList<PublicationWitness>, int)[])
        [
            ([good, good], 1), ([good], 2), ([good], -1), ([good with { Name = "none" }], 1), ([good with { Name = "two words" }], 1), ([good with { Vkey = "nonsense" }], 1),
            ([good with { Vkey = TestKeys("ledger.example/log") }], 1), ([good with { Url = "http://witness.example" }], 1), ([good with { Url = "https://witness.example/?a" }], 1),
            ([good, good with { Name = "again" }], 2),
        ])
        {
            Assert.Throws<UnusableSettingException>(() => WitnessList.From(TestPublication.Settings with { Witnesses = bad, WitnessQuorum = quorum }));
        }
    }

    private static string TestKeys(string name)
    {
        using var signer = SignerKey.FromSeed(name, NoteAlgorithm.Ed25519, new byte[32]);
        return signer.Verifier.ToString();
    }
}
