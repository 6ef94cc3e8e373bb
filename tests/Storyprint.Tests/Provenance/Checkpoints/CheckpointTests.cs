using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Notes;

namespace Storyprint.Tests.Provenance.Checkpoints;

public sealed class CheckpointTests
{
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    private static readonly Checkpoint Body = new() { Origin = "news.example.org/log", Size = 20852163, Root = Parse($"a\n1\n{Root}\n")!.Root };

    [Fact]
    public void A_checkpoint_is_three_lines() => Assert.Equal($"news.example.org/log\n20852163\n{Root}\n", Encoding.UTF8.GetString(Body.ToBytes()));

    [Fact]
    public void Further_lines_are_kept() => Assert.Equal(["one", "two"], Parse($"a\n0\n{Root}\none\ntwo\n")!.Extensions);

    [Theory]
    [InlineData("a\n1\n")]
    [InlineData("a\n1\nROOT")]
    [InlineData("\n1\nROOT\n")]
    [InlineData("a\n\nROOT\n")]
    [InlineData("a\n01\nROOT\n")]
    [InlineData("a\n+1\nROOT\n")]
    [InlineData("a\n-1\nROOT\n")]
    [InlineData("a\n1 \nROOT\n")]
    [InlineData("a\n9223372036854775808\nROOT\n")]
    [InlineData("a\n99999999999999999999\nROOT\n")]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n")]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n")]
    [InlineData("a\n1\nAAAA\n")]
    [InlineData("a\n1\nROOT\n\n")]
    [InlineData("a\r\n1\r\nROOT\r\n")]
    public void A_malformed_checkpoint_is_refused(string text) => Assert.Null(Parse(text.Replace("ROOT", Root, StringComparison.Ordinal)));

    [Fact]
    public void The_largest_size_is_read() => Assert.Equal(long.MaxValue, Parse($"a\n9223372036854775807\n{Root}\n")!.Size);

    [Fact]
    public void A_checkpoint_signed_by_the_log_is_trusted()
    {
        Assert.True(SignedCheckpoint.TryParse(SignedCheckpoint.Sign(Body, TestKeys.Log).ToBytes(), out var read, out var reason), reason);
        Assert.Equal(Body, read.Body);
        Assert.Empty(Assert.IsType<CheckpointVerdict.Trusted>(read.Verify(TestKeys.Log.Verifier)).Cosignatures);
    }

    [Fact]
    public void Another_logs_checkpoint_is_refused_even_when_the_key_signed_it()
    {
        var other = SignedCheckpoint.Sign(Body with { Origin = "other.example/log" }, TestKeys.Log);
        Assert.IsType<CheckpointVerdict.OtherLog>(other.Verify(TestKeys.Log.Verifier));
    }

    [Fact]
    public void A_checkpoint_that_only_a_witness_signed_is_not_the_logs_word()
    {
        var signed = SignedCheckpoint.Sign(Body, TestKeys.Seal);
        signed = signed.With(Cosignature.Create(TestKeys.Witness, signed, 1679315147));
        Assert.IsType<CheckpointVerdict.NotSigned>(signed.Verify(TestKeys.Log.Verifier, TestKeys.Witness.Verifier));
    }

    [Fact]
    public void A_cosignature_says_who_saw_the_checkpoint_and_when()
    {
        var signed = SignedCheckpoint.Sign(Body, TestKeys.Log);
        signed = signed.With(Cosignature.Create(TestKeys.Witness, signed, 1679315147));
        var trusted = Assert.IsType<CheckpointVerdict.Trusted>(signed.Verify(TestKeys.Log.Verifier, TestKeys.Witness.Verifier));
        var cosignature = Assert.Single(trusted.Cosignatures);
        Assert.Equal((TestKeys.Witness.Verifier, 1679315147L), (cosignature.Witness, cosignature.Time));
    }

    [Fact]
    public void A_cosignature_with_another_time_or_for_another_checkpoint_is_wrong()
    {
        var signed = SignedCheckpoint.Sign(Body, TestKeys.Log);
        var line = Cosignature.Create(TestKeys.Witness, signed, 1679315147);
        var later = line.Signature.ToArray();
        later[7]++;
        Assert.IsType<CheckpointVerdict.WrongSignature>(signed.With(new NoteSignature(line.Name, line.KeyId, later)).Verify(TestKeys.Log.Verifier, TestKeys.Witness.Verifier));
        Assert.IsType<CheckpointVerdict.WrongSignature>(SignedCheckpoint.Sign(Body with { Size = 1 }, TestKeys.Log).With(line).Verify(TestKeys.Log.Verifier, TestKeys.Witness.Verifier));
    }

    private static Checkpoint? Parse(string text) => Checkpoint.TryParse(Encoding.UTF8.GetBytes(text), out var checkpoint, out _) ? checkpoint : null;
}
