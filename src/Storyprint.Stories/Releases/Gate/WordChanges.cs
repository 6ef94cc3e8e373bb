namespace Storyprint.Stories.Releases.Gate;

/// <summary>A place where two texts differ: the words of one against the words of the other.</summary>
internal sealed record WordChange(IReadOnlyList<GateWord> Before, IReadOnlyList<GateWord> After);

/// <summary>Where two word sequences differ, by the greedy method of E. W. Myers, "An O(ND) Difference Algorithm" (1986).</summary>
internal static class WordChanges
{
    /// <summary>Beyond so many differing words the whole stretch counts as one change: it is a rewrite, and memory stays bounded.</summary>
    internal const int Most = 1000;

    public static IReadOnlyList<WordChange> Between(IReadOnlyList<GateWord> before, IReadOnlyList<GateWord> after)
    {
        var (gone, come) = SharedEnds.Between(before, after);
        GateWord[] old = [.. gone], now = [.. come];
        return old.Length + now.Length == 0 ? [] : Trace(old, now) is { } trace ? Walk(old, now, trace) : [new WordChange(old, now)];
    }

    // trace[d][k + d] is the furthest word of the old text that d single changes reach on diagonal k = old - new.
    private static List<int[]>? Trace(GateWord[] old, GateWord[] now)
    {
        List<int[]> trace = [];
        for (var changes = 0; changes <= Math.Min(old.Length + now.Length, Most); changes++)
        {
            var reached = new int[(2 * changes) + 1];
            trace.Add(reached);
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                var x = changes == 0 ? 0 : From(trace[changes - 1], changes - 1, diagonal).X;
                while (x < old.Length && x - diagonal >= 0 && x - diagonal < now.Length && old[x].Equals(now[x - diagonal]))
                {
                    x++;
                }

                reached[diagonal + changes] = x;
                if (x >= old.Length && x - diagonal >= now.Length)
                {
                    return trace;
                }
            }
        }

        return null;
    }

    private static (int X, bool IsAdded) From(int[] reached, int changes, int diagonal)
    {
        var removed = diagonal - 1 >= -changes ? reached[diagonal - 1 + changes] + 1 : -1;
        var added = diagonal + 1 <= changes ? reached[diagonal + 1 + changes] : -1;
        return added >= removed ? (added, true) : (removed, false);
    }

    private static List<WordChange> Walk(GateWord[] old, GateWord[] now, List<int[]> trace)
    {
        var (keptOld, keptNow) = (new bool[old.Length], new bool[now.Length]);
        var (x, y) = (old.Length, now.Length);
        for (var changes = trace.Count - 1; changes >= 0; changes--)
        {
            var diagonal = x - y;
            var (from, isAdded) = changes == 0 ? (0, false) : From(trace[changes - 1], changes - 1, diagonal);
            while (x > from)
            {
                (x, y) = (x - 1, y - 1);
                (keptOld[x], keptNow[y]) = (true, true);
            }

            (x, y) = isAdded ? (x, y - 1) : (x - 1, y);
        }

        return Group(old, now, keptOld, keptNow);
    }

    private static List<WordChange> Group(GateWord[] old, GateWord[] now, bool[] keptOld, bool[] keptNow)
    {
        List<WordChange> found = [];
        var (x, y) = (0, 0);
        while (x < old.Length || y < now.Length)
        {
            var (startOld, startNow) = (x, y);
            for (; x < old.Length && !keptOld[x]; x++)
            {
            }

            for (; y < now.Length && !keptNow[y]; y++)
            {
            }

            if (x > startOld || y > startNow)
            {
                found.Add(new WordChange(old[startOld..x], now[startNow..y]));
            }

            (x, y) = (x + 1, y + 1);
        }

        return found;
    }
}
