namespace Storyprint.Text.Matching;

/// <summary>
/// The fingerprints of a text by winnowing (S. Schleimer, D. Wilkerson, A. Aiken, 2003): of every four shingles in a row the one with the smallest hash. Whatever
/// two texts share four shingles of in a row (six words, eight characters of a script without spaces), they share a fingerprint of.
/// </summary>
public static class Fingerprints
{
    /// <summary>How many shingles in a row have at least one fingerprint.</summary>
    public const int Window = 4;

    /// <summary>The fingerprints of a text, each once.</summary>
    public static IReadOnlyCollection<ulong> Of(IReadOnlyList<HashedWord> words)
    {
        var chosen = new List<ulong>((words.Count / 2) + 1);
        foreach (var shingle in Selected(Shingle.Of(words)))
        {
            chosen.Add(shingle.Hash);
        }

        // Refrains are rare: sorting is quicker than a set.
        chosen.Sort();
        var count = 0;
        for (var index = 0; index < chosen.Count; index++)
        {
            if (index == 0 || chosen[index] != chosen[index - 1])
            {
                chosen[count++] = chosen[index];
            }
        }

        return [.. chosen[..count]];
    }

    /// <summary>The chosen shingles in order. A text too short for a whole window has one, if it has any shingle.</summary>
    public static IEnumerable<Shingle> Selected(IReadOnlyList<Shingle> shingles)
    {
        var smallest = -1;
        for (var end = Math.Min(Window, shingles.Count) - 1; end >= 0 && end < shingles.Count; end++)
        {
            var start = Math.Max(0, end - Window + 1);
            var before = smallest;
            if (smallest < start)
            {
                smallest = start;
                for (var index = start + 1; index <= end; index++)
                {
                    smallest = shingles[index].Hash <= shingles[smallest].Hash ? index : smallest;
                }
            }
            else if (shingles[end].Hash <= shingles[smallest].Hash)
            {
                smallest = end;
            }

            if (smallest != before)
            {
                yield return shingles[smallest];
            }
        }
    }
}
