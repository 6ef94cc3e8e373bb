namespace Storyprint.Text.Harmless;

/// <summary>Whether two words differ by one letter added, removed or replaced, or by two adjacent letters swapped.</summary>
internal static class OneEdit
{
    public static bool Apart(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1 || one == other)
        {
            return false;
        }

        var start = shorter.AsSpan().CommonPrefixLength(longer);
        var restShort = shorter.AsSpan(start);
        var restLong = longer.AsSpan(start);
        if (shorter.Length < longer.Length)
        {
            return restShort.SequenceEqual(restLong[1..]);
        }

        return restShort[1..].SequenceEqual(restLong[1..])
            || (restShort.Length > 1 && restShort[0] == restLong[1] && restShort[1] == restLong[0] && restShort[2..].SequenceEqual(restLong[2..]));
    }
}
