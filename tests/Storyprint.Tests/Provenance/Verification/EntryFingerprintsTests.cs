using Storyprint.Provenance.Verification;

namespace Storyprint.Tests.Provenance.Verification;

public sealed class EntryFingerprintsTests
{
    private static readonly EntryFingerprints Of600 = CheckedEntriesTests.Fingerprints(600);

    [Theory]
    [InlineData(0, 0, 256, true)]
    [InlineData(1, 256, 256, true)]
    [InlineData(2, 512, 88, true)]
    [InlineData(0, 256, 256, false)]
    [InlineData(0, 0, 255, false)]
    [InlineData(2, 512, 87, false)]
    [InlineData(3, 512, 88, false)]
    [InlineData(-1, 0, 256, false)]
    [InlineData(0, 0, 0, false)]
    public void A_bundle_is_recognised_by_its_leaves(long bundle, int start, int count, bool holds) =>
        Assert.Equal(holds, Of600.Holds(bundle, TestTree.Leaves(600).AsSpan(start, count)));

    [Fact]
    public void Two_leaves_that_changed_places_are_another_bundle()
    {
        var leaves = TestTree.Leaves(256);
        (leaves[3], leaves[4]) = (leaves[4], leaves[3]);
        Assert.False(Of600.Holds(0, leaves));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(512)]
    [InlineData(600)]
    public void The_root_at_a_size_is_that_of_the_definition(int size)
    {
        var leaves = TestTree.Leaves(600);
        Assert.Equal(TestTree.RootByDefinition(leaves.AsSpan(0, size)), Of600.RootAt(size, leaves.AsSpan(size / 256 * 256)));
    }

    [Fact]
    public void A_size_the_log_never_had_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => Of600.RootAt(601, default));

    [Fact]
    public void The_size_counts_full_bundles_and_the_tail() => Assert.Equal((600L, 0L), (Of600.Size, new EntryFingerprints().Size));
}
