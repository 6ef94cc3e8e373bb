namespace Storyprint.Text.Matching;

/// <summary>
/// A run of words (A. Broder, 1997): three of them, five characters of a script without spaces, or as many of both as weigh the same. Where it begins decides
/// where it ends, so two texts that share a run share its shingles, whatever stands around it.
/// </summary>
/// <param name="First">The index of its first word.</param>
/// <param name="Count">How many words it has.</param>
public readonly record struct Shingle(ulong Hash, int First, int Count)
{
    private const int Enough = 15;

    /// <summary>The shingles of a text, one from each word that has enough words behind it.</summary>
    public static List<Shingle> Of(IReadOnlyList<HashedWord> words)
    {
        var shingles = new List<Shingle>(words.Count);
        for (var first = 0; first < words.Count; first++)
        {
            var (hash, weight, next) = (0UL, 0, first);
            while (weight < Enough && next < words.Count)
            {
                hash = WordHash.Append(hash, words[next].Hash);
                weight += words[next++].Weight;
            }

            if (weight < Enough)
            {
                break;
            }

            shingles.Add(new Shingle(hash, first, next - first));
        }

        return shingles;
    }
}
