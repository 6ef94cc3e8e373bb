using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>
/// The order of the blocks in one block. Blocks that neither side moved keep their order; in the gaps between them come those that were moved or added, each
/// where its side put it, runs of one side together.
/// </summary>
internal sealed class OrderMerge
{
    private readonly HashSet<BlockId> children;
    private readonly List<BlockId> before;
    private readonly List<BlockId> ours;
    private readonly List<BlockId> theirs;

    private OrderMerge(HashSet<BlockId> children, IEnumerable<BlockId> before, IEnumerable<BlockId> ours, IEnumerable<BlockId> theirs)
    {
        this.children = children;
        this.before = Kept(before);
        this.ours = Kept(ours);
        this.theirs = Kept(theirs);
    }

    /// <param name="children">Those that are in the block after the merge and stand in the order of one side at least.</param>
    public static List<BlockId> Of(HashSet<BlockId> children, IEnumerable<BlockId> before, IEnumerable<BlockId> ours, IEnumerable<BlockId> theirs, Func<BlockId, int> weight) =>
        new OrderMerge(children, before, ours, theirs).Merge(weight);

    private List<BlockId> Kept(IEnumerable<BlockId> ids) => [.. ids.Where(children.Contains)];

    private List<BlockId> Merge(Func<BlockId, int> weight)
    {
        var (stillHere, stillThere) = (Unmoved(ours, weight), Unmoved(theirs, weight));
        HashSet<BlockId> old = [.. before], own = [.. ours], foreign = [.. theirs];
        var backbone = before.Where(id => stillHere.Contains(id) && stillThere.Contains(id)).ToList();
        var places = backbone.Select((id, index) => (id, index)).ToDictionary(place => place.id, place => place.index + 1);
        var (left, right) = (Gaps(ours, places), Gaps(theirs, places));
        var merged = new List<BlockId>(children.Count);
        var gaps = children.Where(id => !places.ContainsKey(id)).ToLookup(id => GapOf(id));
        var (mine, other) = (Sequences(ours, gaps), Sequences(theirs, gaps));
        for (var gap = 0; gap <= backbone.Count; gap++)
        {
            if (gap > 0)
            {
                merged.Add(backbone[gap - 1]);
            }

            if (gaps.Contains(gap))
            {
                merged.AddRange(Interleaved([.. mine[gap]], [.. other[gap]]));
            }
        }

        return merged;

        int GapOf(BlockId id)
        {
            var isMoved = old.Contains(id);
            var (ownGap, foreignGap) = (left.GetValueOrDefault(id, -1), right.GetValueOrDefault(id, -1));
            return !foreign.Contains(id) ? ownGap
                : !own.Contains(id) ? foreignGap
                : isMoved && stillThere.Contains(id) ? ownGap
                : isMoved && stillHere.Contains(id) ? foreignGap
                : Math.Min(ownGap, foreignGap);
        }

        // Of each side, the blocks that it put into a gap, in its order.
        ILookup<int, BlockId> Sequences(List<BlockId> side, ILookup<int, BlockId> all)
        {
            var gapOf = all.SelectMany(gap => gap.Select(id => (id, gap.Key))).ToDictionary(place => place.id, place => place.Key);
            var sideGaps = ReferenceEquals(side, ours) ? left : right;
            return side.Where(id => gapOf.TryGetValue(id, out var gap) && sideGaps[id] == gap && IsOwner(id, side)).ToLookup(id => gapOf[id]);
        }

        bool IsOwner(BlockId id, List<BlockId> side)
        {
            if (!old.Contains(id) || !own.Contains(id) || !foreign.Contains(id))
            {
                return true;
            }

            return !(ReferenceEquals(side, ours) ? stillHere : stillThere).Contains(id);
        }
    }

    private HashSet<BlockId> Unmoved(List<BlockId> side, Func<BlockId, int> weight)
    {
        var places = side.Select((id, index) => (id, index)).ToDictionary(place => place.id, place => place.index);
        var common = before.Where(places.ContainsKey).ToList();
        return [.. LongestIncreasingSubsequence.Of(common.ConvertAll(id => places[id]), index => weight(common[index])).Select(index => common[index])];
    }

    private static Dictionary<BlockId, int> Gaps(List<BlockId> side, Dictionary<BlockId, int> backbone)
    {
        var gaps = new Dictionary<BlockId, int>(side.Count);
        var gap = 0;
        foreach (var id in side)
        {
            if (backbone.TryGetValue(id, out var place))
            {
                gap = place;
            }
            else
            {
                gaps[id] = gap;
            }
        }

        return gaps;
    }

    // Blocks that both put here keep their order where the sides agree on it; between them one side's come first, whichever is called first.
    private static IEnumerable<BlockId> Interleaved(List<BlockId> one, List<BlockId> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return one.Count == 0 ? other : one;
        }

        if (string.CompareOrdinal(string.Join(' ', one), string.Join(' ', other)) > 0)
        {
            (one, other) = (other, one);
        }

        var shared = one.ToHashSet();
        shared.IntersectWith(other);
        return one.Where(shared.Contains).SequenceEqual(other.Where(shared.Contains)) ? Zipped(one, other, shared) : [.. one, .. other.Where(id => !shared.Contains(id))];
    }

    private static IEnumerable<BlockId> Zipped(List<BlockId> one, List<BlockId> other, HashSet<BlockId> shared)
    {
        var at = 0;
        foreach (var id in one)
        {
            if (shared.Contains(id))
            {
                for (; other[at] != id; at++)
                {
                    yield return other[at];
                }

                at++;
            }

            yield return id;
        }

        for (; at < other.Count; at++)
        {
            yield return other[at];
        }
    }
}
