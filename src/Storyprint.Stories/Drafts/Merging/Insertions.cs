using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>Merges what both sides put in at one place, where neither touched a word of the other.</summary>
internal static class Insertions
{
    public static void Merge(MergedTokens merged, TextSide ours, Region own, TextSide theirs, Region foreign)
    {
        var (left, right) = (own.AfterFrom..own.AfterTo, foreign.AfterFrom..foreign.AfterTo);
        var (mine, other) = (ours.Tokens[left], theirs.Tokens[right]);
        var start = Common(mine, other, fromEnd: false);
        var end = Common(mine[start..], other[start..], fromEnd: true);
        if (!IsShared(mine, other, start, end))
        {
            (start, end) = (0, 0);
        }

        merged.AddAll(ours, left.Start.Value..(left.Start.Value + start));
        var (x, y) = ((left.Start.Value + start)..(left.End.Value - end), (right.Start.Value + start)..(right.End.Value - end));
        if (Compare(mine[start..^end], other[start..^end]) <= 0)
        {
            merged.AddAll(ours, x);
            merged.AddAll(theirs, y);
        }
        else
        {
            merged.AddAll(theirs, y);
            merged.AddAll(ours, x);
        }

        merged.AddAll(ours, (left.End.Value - end)..left.End.Value);
    }

    // The same words on both sides, or words that one wrote on: an answer that was lost, and sent again.
    private static bool IsShared(MergeToken[] mine, MergeToken[] other, int start, int end)
    {
        var shared = Words(mine[..start]) + Words(mine[^end..]);
        return start + end == Math.Min(mine.Length, other.Length) || (shared > 1 && shared * 2 >= Math.Min(Words(mine), Words(other)));
    }

    private static int Words(MergeToken[] tokens) => tokens.Count(token => token.IsWord);

    private static int Common(MergeToken[] mine, MergeToken[] other, bool fromEnd)
    {
        var length = 0;
        while (length < Math.Min(mine.Length, other.Length) && (fromEnd ? mine[^(length + 1)].Is(other[^(length + 1)]) : mine[length].Is(other[length])))
        {
            length++;
        }

        return length;
    }

    // Words before new blocks: those belong to the block that is there.
    private static int Compare(MergeToken[] mine, MergeToken[] other)
    {
        var breaks = BreakRank(mine).CompareTo(BreakRank(other));
        if (breaks != 0)
        {
            return breaks;
        }

        var words = string.CompareOrdinal(Plain(mine), Plain(other));
        return words != 0 ? words : string.CompareOrdinal(TokenText.Sort(mine), TokenText.Sort(other));
    }

    private static int BreakRank(MergeToken[] tokens) => tokens is [{ Break: not null }, ..] ? 2 : tokens.Any(token => token.Break is not null) ? 1 : 0;

    private static string Plain(MergeToken[] tokens) => string.Concat(tokens.Select(token => token.Break?.Value ?? token.Text.ToString()));
}
