namespace Storyprint.Storage.Matching;

/// <summary>That a story has a fingerprint in one of its published revisions.</summary>
/// <param name="Hash">As <see cref="HashOf"/> gives it.</param>
internal readonly record struct Posting(long Hash, long StoryId) : IComparable<Posting>
{
    private const int Bits = 40;

    /// <summary>What is stored of a fingerprint: 40 bits, so that of the 139 million of a million stories one in eight thousand has a namesake.</summary>
    public static long HashOf(ulong fingerprint) => (long)(fingerprint >> (64 - Bits));

    public int CompareTo(Posting other) => Hash != other.Hash ? Hash.CompareTo(other.Hash) : StoryId.CompareTo(other.StoryId);
}
