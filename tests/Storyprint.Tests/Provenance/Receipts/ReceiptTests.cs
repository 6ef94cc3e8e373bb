using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Receipts;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Tests.Provenance.Receipts;

public sealed class ReceiptTests
{
    private const int Index = 1042;
    private static readonly Sha256Hash[] Leaves = [.. TestTree.Leaves(Index), WorkedExample.RevisionEntry.LeafHash(), .. TestTree.Leaves(77)];
    private static readonly Receipt Example = Create();
    private static readonly TrustPolicy Policy = TrustPolicy.WithoutWitnesses(TestKeys.Log.Verifier);

    [Fact]
    public void A_receipt_is_read_as_it_was_written_and_holds_for_its_entry()
    {
        var text = Encoding.UTF8.GetString(Example.ToBytes());
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nextra 4PyrmHI2ywK7pJGfnqgoDQ==\nindex 1042\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"\n\n{Encoding.UTF8.GetString(Example.Checkpoint.ToBytes())}", text, StringComparison.Ordinal);

        var read = Parse(text)!;
        Assert.Equal(text, Encoding.UTF8.GetString(read.ToBytes()));
        Assert.Equal(WorkedExample.Salt, read.Salt);
        Assert.IsType<ReceiptVerdict.Holds>(read.Verify(WorkedExample.RevisionEntry.ToBytes(), Policy));
    }

    [Fact]
    public void A_receipt_without_extra_data_has_no_such_line()
    {
        var text = Encoding.UTF8.GetString((Example with { Extra = null }).ToBytes());
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nindex 1042\n", text, StringComparison.Ordinal);
        Assert.Null(Parse(text)!.Extra);
        Assert.Equal(text, Encoding.UTF8.GetString(Parse(text)!.ToBytes()));
    }

    [Fact]
    public void A_receipt_proves_nothing_of_another_entry_or_index()
    {
        Assert.IsType<ReceiptVerdict.NotIncluded>(Example.Verify((WorkedExample.RevisionEntry with { PreviousIndex = 1040 }).ToBytes(), Policy));
        Assert.IsType<ReceiptVerdict.NotIncluded>((Example with { Index = 1043 }).Verify(WorkedExample.RevisionEntry.ToBytes(), Policy));
    }

    [Fact]
    public void A_receipt_of_a_log_that_is_not_trusted_proves_nothing() =>
        Assert.IsType<ReceiptVerdict.CheckpointRefused>(Example.Verify(WorkedExample.RevisionEntry.ToBytes(), TrustPolicy.WithoutWitnesses(TestKeys.Seal.Verifier)));

    [Theory]
    [InlineData("tlog-proof@v1", "tlog-proof@v2")]
    [InlineData("index 1042\n", "index 01042\n")]
    [InlineData("index 1042\n", "index -1\n")]
    [InlineData("index 1042\n", "")]
    [InlineData("index 1042\n", "index 1042\nAAAA\n")]
    [InlineData("index 1042\n", "index 1042\n\n")]
    [InlineData("extra 4PyrmHI2ywK7pJGfnqgoDQ==\n", "extra 4PyrmHI2ywK7pJGfnqgoDR==\n")]
    [InlineData("extra 4PyrmHI2ywK7pJGfnqgoDQ==\n", "extra 4PyrmHI2ywK7pJGfnqgoDQ\n")]
    [InlineData("extra ", "Extra ")]
    [InlineData("\n", "\r\n")]
    public void A_malformed_receipt_is_refused(string good, string bad) =>
        Assert.Null(Parse(Encoding.UTF8.GetString(Example.ToBytes()).Replace(good, bad, StringComparison.Ordinal)));

    private static Receipt Create()
    {
        var checkpoint = new Checkpoint { Origin = "news.example.org/log", Size = Leaves.Length, Root = TestTree.RootByDefinition(Leaves) };
        return new Receipt
        {
            Index = Index,
            Proof = InclusionProof.CreateAsync(TestTree.Store(Leaves), Index, Leaves.Length, CancellationToken.None).AsTask().Result,
            Checkpoint = SignedCheckpoint.Sign(checkpoint, TestKeys.Log),
            Extra = WorkedExample.Salt.ToArray(),
        };
    }

    private static Receipt? Parse(string text) => Receipt.TryParse(Encoding.UTF8.GetBytes(text), out var receipt, out _) ? receipt : null;
}
