using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;
using Storyprint.Provenance.Verification;

namespace Storyprint.Tests.Provenance.Verification;

public sealed class CheckedEntriesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(300)]
    public async Task Every_entry_is_read_again_in_order(int size)
    {
        var index = 0L;
        await foreach (var (at, entry) in new CheckedEntries(TestLog.Of(size), Fingerprints(size)).AllAsync(Cancellation))
        {
            Assert.Equal(index++, at);
            Assert.Equal(TestTree.Entry(at), entry.ToArray());
        }

        Assert.Equal(size, index);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(299)]
    [InlineData(300)]
    public async Task The_root_of_every_earlier_size_is_known(int size) => Assert.Equal(
        TestTree.RootByDefinition(TestTree.Leaves(size)), await new CheckedEntries(TestLog.Of(300), Fingerprints(300)).RootAtAsync(size, Cancellation));

    [Theory]
    [InlineData(10)]
    [InlineData(290)]
    public async Task A_server_that_shows_other_entries_than_before_is_refused(long edited)
    {
        var entries = new CheckedEntries(TestLog.Of(300, edited), Fingerprints(300));
        await Assert.ThrowsAsync<SourceUnreachableException>(async () =>
        {
            await foreach (var _ in entries.AllAsync(Cancellation))
            {
            }
        });
    }

    [Fact]
    public async Task A_log_that_grew_meanwhile_is_read_from_its_full_bundle()
    {
        var log = TestLog.Of(256).Copy();
        Assert.DoesNotContain("tile/entries/000.p/5", log.Files.Keys);
        var read = 0;
        await foreach (var _ in new CheckedEntries(log, Fingerprints(5)).AllAsync(Cancellation))
        {
            read++;
        }

        Assert.Equal(5, read);
    }

    internal static EntryFingerprints Fingerprints(int size)
    {
        var (fingerprints, leaves) = (new EntryFingerprints(), TestTree.Leaves(size));
        for (var bundle = 0; bundle < size / TilePath.FullWidth; bundle++)
        {
            fingerprints.AddBundle(MerkleHashing.CompleteRoot(leaves.AsSpan(bundle * TilePath.FullWidth, TilePath.FullWidth).ToArray()));
        }

        fingerprints.AddTail(leaves.AsSpan(size / TilePath.FullWidth * TilePath.FullWidth));
        return fingerprints;
    }
}
