namespace Storyprint.Text.Differences;

/// <summary>The changed regions between two sequences of numbers, in order, as few steps as the budget allows.</summary>
public static class SequenceDiff
{
    /// <param name="before">A number for each item; equal items have equal numbers.</param>
    /// <param name="budget">Where it is spent, the rest of a stretch counts as replaced as a whole.</param>
    public static List<Region> Between(ReadOnlySpan<int> before, ReadOnlySpan<int> after, WorkBudget budget)
    {
        var start = before.CommonPrefixLength(after);
        var end = CommonSuffixLength(before[start..], after[start..]);
        var left = before[start..^end];
        var right = after[start..^end];
        return left.IsEmpty && right.IsEmpty ? []
            : left.IsEmpty || right.IsEmpty ? [new Region(start, start + left.Length, start, start + right.Length)]
            : Regions(MyersDiff.Between(left.ToArray(), right.ToArray(), budget), start);
    }

    internal static int CommonSuffixLength(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var length = 0;
        while (length < left.Length && length < right.Length && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
        }

        return length;
    }

    private static List<Region> Regions(MyersDiff edit, int offset)
    {
        var regions = new List<Region>();
        var (x, y) = (0, 0);
        while (x < edit.IsRemoved.Length || y < edit.IsAdded.Length)
        {
            var (fromX, fromY) = (x, y);
            while (x < edit.IsRemoved.Length && edit.IsRemoved[x])
            {
                x++;
            }

            while (y < edit.IsAdded.Length && edit.IsAdded[y])
            {
                y++;
            }

            if ((x, y) != (fromX, fromY))
            {
                regions.Add(new Region(fromX + offset, x + offset, fromY + offset, y + offset));
            }
            else
            {
                (x, y) = (x + 1, y + 1);
            }
        }

        return regions;
    }
}
