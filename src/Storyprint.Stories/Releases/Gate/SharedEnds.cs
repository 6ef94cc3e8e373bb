namespace Storyprint.Stories.Releases.Gate;

/// <summary>What two sequences have in common at both ends. What differs stands between.</summary>
internal static class SharedEnds
{
    /// <summary>The parts of both that stand between what they share at their beginnings and, of the rest, at their ends.</summary>
    public static (IEnumerable<T> Before, IEnumerable<T> After) Between<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : IEquatable<T>
    {
        var (start, shared) = (0, Math.Min(before.Count, after.Count));
        while (start < shared && before[start].Equals(after[start]))
        {
            start++;
        }

        var end = 0;
        while (end < shared - start && before[^(end + 1)].Equals(after[^(end + 1)]))
        {
            end++;
        }

        return (before.Take(before.Count - end).Skip(start), after.Take(after.Count - end).Skip(start));
    }
}
