namespace Storyprint.Text.Differences;

/// <summary>Chooses the pairs that stay in place: the heaviest subsequence that increases on both sides. All others have moved.</summary>
internal static class LongestIncreasingSubsequence
{
    /// <param name="pairs">In the order of the text before.</param>
    public static List<ParagraphPair> Of(List<ParagraphPair> pairs, Func<ParagraphPair, int> words)
    {
        var weights = new long[pairs.Count];
        var previous = new int[pairs.Count];

        // A Fenwick tree of maxima over positions in the text after: the heaviest chain that ends before a position.
        var tree = new int[pairs.Count == 0 ? 1 : pairs.Max(pair => pair.After) + 2];
        tree.AsSpan().Fill(-1);
        var best = -1;
        for (var index = 0; index < pairs.Count; index++)
        {
            previous[index] = Heaviest(pairs[index].After);
            weights[index] = 1 + words(pairs[index]) + (previous[index] < 0 ? 0 : weights[previous[index]]);
            for (var node = pairs[index].After + 1; node < tree.Length; node += node & -node)
            {
                tree[node] = Heavier(tree[node], index);
            }

            best = Heavier(best, index);
        }

        var chain = new List<ParagraphPair>();
        for (var index = best; index >= 0; index = previous[index])
        {
            chain.Add(pairs[index]);
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
