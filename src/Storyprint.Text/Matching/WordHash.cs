namespace Storyprint.Text.Matching;

/// <summary>The hash of a folded word: FNV-1a of 64 bits over its characters, look-alikes as one. Hashes are stored, so this never changes.</summary>
internal static class WordHash
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="word">As <see cref="Folding.Fold"/> gives it.</param>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var character in word)
        {
            hash = (hash ^ LookAlikes.Latin(character)) * Prime;
        }

        return hash;
    }

    /// <summary>The hash of a sequence, of whose order each bit depends.</summary>
    public static ulong Append(ulong sequence, ulong word)
    {
        // The finalizer of MurmurHash3: FNV alone leaves the upper bits, by which the store sorts, almost alike.
        var hash = ((sequence * Prime) ^ word) + Basis;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
