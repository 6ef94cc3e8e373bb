using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Tests.Provenance.Witnesses;

public sealed class TrustPolicyTests
{
    private static readonly SignerKey[] Witnesses = [.. Enumerable.Range(1, 4).Select(number => TestKeys.Create($"witness.example.org/w{number}", NoteAlgorithm.Cosignature))];

    private static readonly string Example = $"""
        # two of the first three, and the fourth
        log {TestKeys.Log.Verifier} https://news.example.org/log

        witness X1 {Witnesses[0].Verifier}
        witness X2 {Witnesses[1].Verifier} https://w2.example.org/
        {'\t'}witness X3 {Witnesses[2].Verifier}
        group X 2 X1 X2 X3
        witness Y {Witnesses[3].Verifier}
        group both all X Y
        quorum both

        """;

    private static readonly SignedCheckpoint Signed = SignedCheckpoint.Sign(
        new Checkpoint { Origin = "news.example.org/log", Size = 0, Root = MerkleHashing.EmptyRoot }, TestKeys.Log);

    [Fact]
    public void A_policy_is_written_so_that_it_reads_the_same()
    {
        var written = Parse(Example).ToBytes();
        Assert.Equal(written, Parse(Encoding.UTF8.GetString(written)).ToBytes());
        Assert.EndsWith("group X 2 X1 X2 X3\ngroup both 2 X Y\nquorum both\n", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("01", false)]
    [InlineData("03", false)]
    [InlineData("013", true)]
    [InlineData("123", true)]
    [InlineData("0123", true)]
    [InlineData("012", false)]
    public void A_checkpoint_satisfies_the_quorum_or_not(string saw, bool satisfied)
    {
        var checkpoint = Signed.With([.. saw.Select(number => Cosignature.Create(Witnesses[number - '0'], Signed, 1679315147))]);
        var verdict = Parse(Example).Judge(checkpoint);
        Assert.Equal(satisfied, verdict is PolicyVerdict.Satisfied);
        Assert.Equal(!satisfied, verdict is PolicyVerdict.QuorumMissing);
    }

    [Fact]
    public void Without_witnesses_the_logs_signature_is_enough() =>
        Assert.IsType<PolicyVerdict.Satisfied>(TrustPolicy.WithoutWitnesses(TestKeys.Log.Verifier).Judge(Signed));

    [Fact]
    public void A_log_that_the_policy_does_not_know_is_not_trusted()
    {
        using var other = TestKeys.Create("news.example.org/log", seed: "another");
        Assert.IsType<PolicyVerdict.NotTrusted>(TrustPolicy.WithoutWitnesses(other.Verifier).Judge(Signed));
        Assert.IsType<PolicyVerdict.NotTrusted>(Parse("quorum none\n").Judge(Signed));
    }

    [Theory]
    [InlineData("quorum both\n", "")]
    [InlineData("quorum both\n", "quorum both")]
    [InlineData("quorum both\n", "quorum both\nquorum both\n")]
    [InlineData("quorum both\n", "quorum Z\n")]
    [InlineData("quorum both\n", "quorum both\r\n")]
    [InlineData("group X 2", "group X 0")]
    [InlineData("group X 2", "group X 4")]
    [InlineData("group X 2", "group X 02")]
    [InlineData("group X 2", "group X some")]
    [InlineData("group X 2 X1 X2 X3", "group X any")]
    [InlineData("group X 2 X1 X2 X3", "group X 2 X1 X1 X3")]
    [InlineData("group X 2 X1 X2 X3", "group X 2 X1 Y")]
    [InlineData("all X Y", "all X Y X1")]
    [InlineData("witness Y ", "witness X1 ")]
    [InlineData("witness Y ", "witness none ")]
    [InlineData("log ", "logs ")]
    [InlineData("# two", "\u0001# two")]
    public void A_flawed_policy_is_refused_with_the_line(string good, string bad)
    {
        Assert.Contains(good, Example, StringComparison.Ordinal);
        Assert.False(TrustPolicy.TryParse(Encoding.UTF8.GetBytes(Example.Replace(good, bad, StringComparison.Ordinal)), out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void Keys_are_for_their_own_use_and_listed_once()
    {
        foreach (var bad in (string[])[$"log {Witnesses[0].Verifier}", $"witness W {TestKeys.Log.Verifier}", $"log {TestKeys.Log.Verifier}\nlog {TestKeys.Log.Verifier}", $"witness A {Witnesses[0].Verifier}\nwitness B {Witnesses[0].Verifier}"])
        {
            Assert.False(TrustPolicy.TryParse(Encoding.UTF8.GetBytes(bad + "\nquorum none\n"), out _, out _), bad);
        }
    }

    private static TrustPolicy Parse(string text)
    {
        Assert.True(TrustPolicy.TryParse(Encoding.UTF8.GetBytes(text), out var policy, out var reason), reason);
        return policy;
    }
}
