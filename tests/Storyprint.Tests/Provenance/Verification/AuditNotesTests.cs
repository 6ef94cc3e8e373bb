using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;
using Storyprint.Provenance.Verification;

namespace Storyprint.Tests.Provenance.Verification;

public sealed class AuditNotesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tile_that_is_what_the_entries_hash_to_leaves_no_note()
    {
        var notes = new AuditNotes(TestLog.Of(5), limit: 10);
        await notes.CompareAsync(TilePath.Hashes(0, 0, 5), TestTree.Leaves(5), Cancellation);
        Assert.Empty(notes.Findings);
        Assert.Equal(1, notes.Tiles);
    }

    [Fact]
    public async Task A_tile_that_differs_or_is_missing_is_noted()
    {
        var notes = new AuditNotes(TestLog.Of(5, edited: 2), limit: 2);
        await notes.CompareAsync(TilePath.Hashes(0, 0, 5), TestTree.Leaves(5), Cancellation);
        await notes.CompareAsync(TilePath.Hashes(0, 1, 5), TestTree.Leaves(5), Cancellation);
        Assert.Equal([new AuditFinding.TileDiffers(TilePath.Hashes(0, 0, 5)), new AuditFinding.TileMissing(TilePath.Hashes(0, 1, 5))], notes.Findings);
        Assert.True(notes.IsFull);
    }

    [Fact]
    public async Task A_full_tile_stands_in_for_a_partial_one_that_is_no_longer_kept()
    {
        var notes = new AuditNotes(TestLog.Of(256), limit: 10);
        await notes.CompareAsync(TilePath.Hashes(0, 0, 5), TestTree.Leaves(5), Cancellation);
        var read = await notes.ReadBundleAsync(TilePath.Entries(0, 5), Cancellation);
        Assert.Empty(notes.Findings);
        Assert.Equal(TestTree.Leaves(5), read!.Leaves);
        Assert.Equal(5, read.Entries.Count);
    }

    [Fact]
    public async Task A_full_tile_that_is_cut_off_does_not_stand_in()
    {
        var log = TestLog.Of(256).Copy();
        log.Files["tile/0/000"] = log.Files["tile/0/000"][..(5 * Sha256Hash.Length)];
        var notes = new AuditNotes(log, limit: 10);
        await notes.CompareAsync(TilePath.Hashes(0, 0, 5), TestTree.Leaves(5), Cancellation);
        Assert.IsType<AuditFinding.TileDiffers>(Assert.Single(notes.Findings));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 1 })]
    [InlineData(new byte[] { 0, 1, 97, 98 })]
    public async Task A_bundle_that_is_malformed_is_noted(byte[] bytes)
    {
        var log = TestLog.Of(1).Copy();
        log.Files["tile/entries/000.p/1"] = bytes;
        var notes = new AuditNotes(log, limit: 10);
        Assert.Null(await notes.ReadBundleAsync(TilePath.Entries(0, 1), Cancellation));
        Assert.IsType<AuditFinding.BundleDamaged>(Assert.Single(notes.Findings));
    }

    [Fact]
    public async Task What_cannot_be_fetched_is_said_and_is_no_damage()
    {
        var notes = new AuditNotes(new DeadSource(), limit: 10);
        Assert.Null(await notes.ReadBundleAsync(TilePath.Entries(0, 1), Cancellation));
        Assert.Equal(new AuditFinding.NotRead(TilePath.Entries(0, 1), "The network is down."), Assert.Single(notes.Findings));
    }

    private sealed class DeadSource : ILogSource
    {
        public ValueTask<byte[]?> ReadAsync(string path, CancellationToken cancellation) => throw new SourceUnreachableException("The network is down.");
    }
}
