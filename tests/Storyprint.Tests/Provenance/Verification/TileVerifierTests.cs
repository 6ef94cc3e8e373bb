using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;
using Storyprint.Provenance.Verification;

namespace Storyprint.Tests.Provenance.Verification;

public sealed class TileVerifierTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(256, 1)]
    [InlineData(300, 256)]
    [InlineData(600, 300)]
    [InlineData(600, 600)]
    public async Task The_roots_at_the_end_and_at_the_known_size_are_those_of_the_definition(int size, int known)
    {
        var (verifier, notes, fingerprints) = await TakeAsync(TestLog.Of(size), size, known);
        Assert.Empty(notes.Findings);
        Assert.Equal(TestTree.RootByDefinition(TestTree.Leaves(size)), verifier.Root());
        Assert.Equal(TestTree.RootByDefinition(TestTree.Leaves(known)), verifier.KnownRoot());
        Assert.Equal(size, fingerprints.Size);
    }

    [Fact]
    public async Task A_bundle_that_is_not_known_leaves_no_root_and_no_comparison_above_it()
    {
        var (verifier, notes, _) = await TakeAsync(TestLog.Of(600), 600, 300, unknown: 0);
        Assert.Null(verifier.Root());
        Assert.Null(verifier.KnownRoot());
        Assert.Empty(notes.Findings);
    }

    [Fact]
    public async Task A_tile_above_the_entries_that_was_changed_is_noted()
    {
        var log = TestLog.Of(600).Copy();
        log.Files["tile/1/000.p/2"][5] ^= 1;
        var (_, notes, _) = await TakeAsync(log, 600, 0);
        Assert.Equal(new AuditFinding.TileDiffers(TilePath.Hashes(1, 0, 2)), Assert.Single(notes.Findings));
    }

    private static async Task<(TileVerifier Verifier, AuditNotes Notes, EntryFingerprints Fingerprints)> TakeAsync(TestLog log, int size, int known, int unknown = -1)
    {
        var (notes, fingerprints, leaves) = (new AuditNotes(log, 10), new EntryFingerprints(), TestTree.Leaves(size));
        var verifier = new TileVerifier(notes, known, fingerprints);
        foreach (var tile in TileSet.Entries(size))
        {
            Sha256Hash[] row = [.. leaves.Skip((int)tile.Index * TilePath.FullWidth).Take(tile.Width)];
            await verifier.TakeLeavesAsync(tile.Index == unknown ? null : row, tile.Width, TestContext.Current.CancellationToken);
        }

        await verifier.FinishAsync(TestContext.Current.CancellationToken);
        return (verifier, notes, fingerprints);
    }
}
