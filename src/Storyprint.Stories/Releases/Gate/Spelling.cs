namespace Storyprint.Stories.Releases.Gate;

/// <summary>Whether a change may be no more than the mending of a spelling or spacing mistake.</summary>
internal static class Spelling
{
    public static bool Explains(WordChange change) =>
        string.Concat(change.Before.Select(word => word.Key)) == string.Concat(change.After.Select(word => word.Key))
        || (change.Before.Count == change.After.Count && change.Before.Zip(change.After).All(pair => IsNear(pair.First.Key, pair.Second.Key)));

    /// <summary>
    /// One letter more, less or other, or two neighbours swapped. The first letter must hold, for it makes "legal" of "illegal"
    /// and "billion" of "million"; in words of three letters only a swap counts, for "man" and "men" are both words.
    /// </summary>
    internal static bool IsNear(string one, string other)
    {
        if (one == other)
        {
            return true;
        }

        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length < 3 || longer.Length - shorter.Length > 1 || shorter[0] != longer[0])
        {
            return false;
        }

        var start = shorter.AsSpan().CommonPrefixLength(longer);
        var restShort = shorter.AsSpan(start);
        var restLong = longer.AsSpan(start);
        if (shorter.Length < longer.Length)
        {
            return shorter.Length > 3 && restShort.SequenceEqual(restLong[1..]);
        }

        var isSwap = restShort.Length > 1 && restShort[0] == restLong[1] && restShort[1] == restLong[0] && restShort[2..].SequenceEqual(restLong[2..]);
        return isSwap || (shorter.Length > 3 && restShort[1..].SequenceEqual(restLong[1..]));
    }
}
