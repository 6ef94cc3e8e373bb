using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Merging;

namespace Storyprint.Tests.Stories.Drafts.Merging;

public sealed class OrderMergeTests
{
    [Theory]
    [InlineData("a b c", "a b c", "a b c", "a b c")]
    [InlineData("a b c", "b a c", "a b c", "b a c")]
    [InlineData("a b c d", "d a b c", "a b c d", "d a b c")]
    [InlineData("a b c", "a x b c", "a b y c", "a x b y c")]
    [InlineData("a b c", "a x1 x2 b c", "a y1 y2 b c", "a x1 x2 y1 y2 b c")]
    [InlineData("a b c d", "b a c d", "a b d c", "b a d c")]
    [InlineData("a b c", "c a b", "c a b", "c a b")]
    [InlineData("a b", "a n b", "a n m b", "a n m b")]
    [InlineData("a b c", "a c", "a b x c", "a b x c")]
    [InlineData("", "x", "y", "x y")]
    public void Each_moved_or_new_block_stands_where_its_side_put_it(string before, string ours, string theirs, string merged)
    {
        Assert.Equal(merged, Merged(before, ours, theirs));
        Assert.Equal(merged, Merged(before, theirs, ours));
    }

    private static string Merged(string before, string ours, string theirs)
    {
        HashSet<BlockId> all = [.. Ids(before), .. Ids(ours), .. Ids(theirs)];
        return string.Join(' ', OrderMerge.Of(all, Ids(before), Ids(ours), Ids(theirs), _ => 1));
    }

    private static IEnumerable<BlockId> Ids(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(BlockId.Parse);
}
