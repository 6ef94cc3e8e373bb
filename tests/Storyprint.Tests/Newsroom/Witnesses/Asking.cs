using Storyprint.Newsroom.Witnesses;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Stories.Editions;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Newsroom.Witnesses;

/// <summary>A desk's witnesses, asked with little patience.</summary>
internal sealed class Asking
{
    private readonly RequestCosignatures ask;

    public Asking(ReleaseFixture desk, TestWitness witness)
        : this(desk, 1, [witness.Setting])
    {
    }

    public Asking(ReleaseFixture desk, int quorum, IReadOnlyList<PublicationWitness> witnesses)
    {
        List = WitnessList.From(TestPublication.Settings with { Witnesses = witnesses, WitnessQuorum = quorum });
        Words = desk.Log.Mark.WitnessStatements;
        ask = new RequestCosignatures(List, desk.Served, Words, new WitnessClient(TimeSpan.FromSeconds(1)), TimeProvider.System);
    }

    public WitnessList List { get; }

    public WitnessStatementFile Words { get; }

    public async Task<WitnessReport> RunAsync(bool again = false) => (await ask.RunAsync(again, TestContext.Current.CancellationToken))!;

    public async Task<WitnessReport> AfterReleaseAsync(bool waits, int seconds) => (await ask.AfterReleaseAsync(waits, TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken))!;
}
