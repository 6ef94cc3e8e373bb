using System.Runtime.InteropServices;

namespace Storyprint.Text.Matching;

/// <summary>A run of words that two texts share, as long as it goes in both directions.</summary>
/// <param name="Copy">The index of its first word in the copy.</param>
/// <param name="Original">The index of its first word in the original.</param>
/// <param name="Count">How many words it has.</param>
public readonly record struct SharedRun(int Copy, int Original, int Count)
{
    public int CopyEnd => Copy + Count;

    public int OriginalEnd => Original + Count;
}

/// <summary>Finds the runs that originals share with one copy.</summary>
public sealed class SharedRuns
{
    // A shingle that stands in a text more often is a refrain, and says nothing about the place.
    private const int MaxPlaces = 20;

    // The longest; more than any two texts share that were not made to.
    private const int MaxRuns = 600;

    private readonly Dictionary<ulong, List<int>> places = [];

    public SharedRuns(IReadOnlyList<HashedWord> copy)
    {
        Copy = copy;
        foreach (var shingle in Shingle.Of(copy))
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(places, shingle.Hash, out _) ??= []).Add(shingle.First);
        }
    }

    public IReadOnlyList<HashedWord> Copy { get; }

    /// <summary>The runs of at least a shingle, in the order of the copy.</summary>
    public List<SharedRun> With(IReadOnlyList<HashedWord> original)
    {
        var runs = new HashSet<SharedRun>();
        var last = -1;
        foreach (var shingle in Shingle.Of(original))
        {
            if (places.TryGetValue(shingle.Hash, out var found) && found.Count <= MaxPlaces)
            {
                // What goes on from the shingle before was found with it.
                runs.UnionWith(found.Where(place => last != shingle.First - 1 || !GoesOn(place, shingle.First)).Select(place => Whole(place, shingle.First)));
                last = shingle.First;
            }
        }

        return [.. runs.OrderByDescending(run => run.Count).ThenBy(run => run.Copy).Take(MaxRuns).OrderBy(run => run.Copy).ThenBy(run => run.Original)];

        bool GoesOn(int copy, int place) => copy > 0 && place > 0 && Copy[copy - 1].Hash == original[place - 1].Hash;

        SharedRun Whole(int copy, int place)
        {
            while (GoesOn(copy, place))
            {
                (copy, place) = (copy - 1, place - 1);
            }

            var count = 0;
            while (copy + count < Copy.Count && place + count < original.Count && Copy[copy + count].Hash == original[place + count].Hash)
            {
                count++;
            }

            return new SharedRun(copy, place, count);
        }
    }
}
