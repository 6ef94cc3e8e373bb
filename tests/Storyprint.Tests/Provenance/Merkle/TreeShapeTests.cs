using Storyprint.Provenance.Merkle;

namespace Storyprint.Tests.Provenance.Merkle;

public sealed class TreeShapeTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "0:0")]
    [InlineData(2, "1:0")]
    [InlineData(7, "2:0 1:2 0:6")]
    [InlineData(256, "8:0")]
    [InlineData(257, "8:0 0:256")]
    public void A_tree_has_one_peak_for_each_bit_of_its_size(long size, string peaks) => Assert.Equal(peaks, Text(TreeShape.Peaks(size)));

    [Theory]
    [InlineData(0, 4, "2:0")]
    [InlineData(4, 6, "1:2")]
    [InlineData(4, 7, "1:2 0:6")]
    [InlineData(5, 5, "")]
    public void A_range_is_covered_from_left_to_right(long start, long end, string nodes) => Assert.Equal(nodes, Text(TreeShape.Cover(start, end)));

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    public void A_range_that_cannot_be_is_an_error(long start, long end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TreeShape.Cover(start, end));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 4)]
    [InlineData(8, 4)]
    [InlineData(long.MaxValue, 1L << 62)]
    public void A_tree_splits_at_the_largest_power_of_two_below_its_width(long width, long split) => Assert.Equal(split, TreeShape.Split(width));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    public void Folding_the_peaks_gives_the_root_of_the_definition(int size)
    {
        var leaves = TestTree.Leaves(size);
        var store = TestTree.Store(leaves);
        Assert.Equal(TestTree.RootByDefinition(leaves), TreeShape.Fold([.. TreeShape.Peaks(size).Select(peak => store[peak])]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(long.MaxValue)]
    public void The_peaks_cover_every_leaf_once(long size) =>
        Assert.Equal(size, TreeShape.Peaks(size).Sum(peak => 1L << peak.Level));

    [Fact]
    public void A_place_is_a_level_and_an_index() => Assert.NotEqual(new NodeId(1, 0), new NodeId(0, 1));

    private static string Text(IEnumerable<NodeId> nodes) => string.Join(' ', nodes.Select(node => $"{node.Level}:{node.Index}"));
}
