namespace Storyprint.Text.Matching;

/// <summary>
/// The runs by which a copy follows an original best: as many shared words as possible, in as few jumps as possible (chaining, as in the alignment of genomes). Three
/// words in common far from the rest are a coincidence and cost more than they bring.
/// </summary>
/// <param name="Runs">In the order of the copy, none overlapping another there. In the original they may go backwards: what was moved.</param>
/// <param name="Score">Shared words less the cost of the jumps.</param>
public sealed record RunChain(IReadOnlyList<SharedRun> Runs, double Score)
{
    private const double CostOfJump = 6;
    private const double CostOfWord = 0.25;

    public static RunChain None { get; } = new([], 0);

    /// <summary>How many words are shared.</summary>
    public int Words => Runs.Sum(run => run.Count);

    /// <param name="runs">As <see cref="SharedRuns.With"/> gives them.</param>
    public static RunChain Of(IReadOnlyList<SharedRun> runs)
    {
        var scores = new double[runs.Count];
        var previous = new int[runs.Count];
        var best = -1;
        for (var index = 0; index < runs.Count; index++)
        {
            (scores[index], previous[index]) = (runs[index].Count, -1);
            for (var before = 0; before < index; before++)
            {
                // What both hold of the copy counts once.
                var gain = Math.Min(runs[index].Count, runs[index].CopyEnd - runs[before].CopyEnd) - Cost(runs[before], runs[index]);
                if (gain > 0 && runs[before].Copy < runs[index].Copy && scores[before] + gain > scores[index])
                {
                    (scores[index], previous[index]) = (scores[before] + gain, before);
                }
            }

            best = best < 0 || scores[index] > scores[best] ? index : best;
        }

        return best < 0 ? None : new RunChain(Unrolled(runs, previous, best), scores[best]);
    }

    private static double Cost(SharedRun before, SharedRun after) => after.Original < before.OriginalEnd && after.OriginalEnd <= before.OriginalEnd ? CostOfJump
        : Math.Min(CostOfJump, CostOfWord * Math.Abs((long)after.Copy - before.CopyEnd - (after.Original - before.OriginalEnd)));

    private static List<SharedRun> Unrolled(IReadOnlyList<SharedRun> runs, int[] previous, int last)
    {
        var chain = new List<SharedRun>();
        for (var index = last; index >= 0; index = previous[index])
        {
            chain.Add(runs[index]);
        }

        chain.Reverse();
        for (var index = 1; index < chain.Count; index++)
        {
            var overlap = Math.Max(0, chain[index - 1].CopyEnd - chain[index].Copy);
            chain[index] = new SharedRun(chain[index].Copy + overlap, chain[index].Original + overlap, chain[index].Count - overlap);
        }

        return chain;
    }
}
