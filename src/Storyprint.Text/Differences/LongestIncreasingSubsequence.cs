namespace Storyprint.Text.Differences;

/// <summary>Chooses what stays in place: the heaviest subsequence that increases. All others have moved.</summary>
public static class LongestIncreasingSubsequence
{
    /// <param name="pairs">In the order of the text before.</param>
    internal static List<ParagraphPair> Of(List<ParagraphPair> pairs, Func<ParagraphPair, int> words) =>
        [.. Of(pairs.ConvertAll(pair => pair.After), index => words(pairs[index])).Select(index => pairs[index])];

    /// <summary>The indexes of the values that stay.</summary>
    /// <param name="values">The places that the items have after, in the order from before; none negative, none twice.</param>
    /// <param name="weight">The weight of the value at an index, such as its words.</param>
    public static List<int> Of(IReadOnlyList<int> values, Func<int, int> weight)
    {
        var weights = new long[values.Count];
        var previous = new int[values.Count];

        // A Fenwick tree of maxima over positions in the text after: the heaviest chain that ends before a position.
        var tree = new int[values.Count == 0 ? 1 : values.Max() + 2];
        tree.AsSpan().Fill(-1);
        var best = -1;
        for (var index = 0; index < values.Count; index++)
        {
            previous[index] = Heaviest(values[index]);
            weights[index] = 1 + weight(index) + (previous[index] < 0 ? 0 : weights[previous[index]]);
            for (var node = values[index] + 1; node < tree.Length; node += node & -node)
            {
                tree[node] = Heavier(tree[node], index);
            }

            best = Heavier(best, index);
        }

        var chain = new List<int>();
        for (var index = best; index >= 0; index = previous[index])
        {
            chain.Add(index);
        }

        chain.Reverse();
        return chain;

        int Heaviest(int place)
        {
            var found = -1;
            for (var node = place; node > 0; node -= node & -node)
            {
                found = Heavier(found, tree[node]);
            }

            return found;
        }

        int Heavier(int left, int right) => left < 0 || (right >= 0 && weights[right] > weights[left]) ? right : left;
    }
}
