using System.Runtime.InteropServices;

namespace Storyprint.Text.Differences;

/// <summary>The similarity of two lists of folded words, ignoring order.</summary>
internal static class Similarity
{
    /// <summary>Shared words as a share of the shorter list, 0 to 1.</summary>
    public static double Containment(string[] left, string[] right) =>
        left.Length == 0 || right.Length == 0 ? 0 : (double)Shared(left, right) / Math.Min(left.Length, right.Length);

    /// <summary>Shared words as a share of both lists (Dice), 0 to 1.</summary>
    public static double Of(string[] left, string[] right) =>
        left.Length + right.Length == 0 ? 0 : 2.0 * Shared(left, right) / (left.Length + right.Length);

    private static int Shared(string[] left, string[] right)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in left)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }

        var shared = 0;
        foreach (var word in right)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(counts, word);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count) && count > 0)
            {
                count--;
                shared++;
            }
        }

        return shared;
    }
}
