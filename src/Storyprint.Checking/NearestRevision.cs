using Storyprint.Storage.Stories;
using Storyprint.Text.Matching;

namespace Storyprint.Checking;

/// <summary>Decides which of some revisions a copy follows. Pure: it is given what the store found.</summary>
internal static class NearestRevision
{
    // Less than this in common may stand in any text: a name with its title, a phrase of the police.
    private const int MinScore = 12;
    private const int SureWords = 25;

    // With the code beside them, half of the published words are enough, if there are at least so many.
    private const int MinNamed = 4;

    // Revisions this much behind the best are not compared word by word.
    private const double Near = 8;
    private const int MaxCompared = 6;

    /// <summary>Whether a copy of so few words may have come from anywhere: under 12 words, or as many characters of a script without spaces as 12 words weigh.</summary>
    public static bool IsTooShort(CopyText copy) => copy.Words.Sum(word => word.Weight) < 60;

    /// <summary>How much of a copy follows each revision, the most first.</summary>
    public static List<(Candidate Candidate, RunChain Chain)> Ranked(CopyText copy, IEnumerable<Candidate> candidates)
    {
        var runs = new SharedRuns(copy.Words);
        return [.. candidates.Select(candidate => (candidate, Chain: RunChain.Of(runs.With(candidate.Text.Words))))
            .OrderByDescending(each => each.Chain.Score).ThenByDescending(each => each.candidate.Story.PublishedAt).ThenByDescending(each => each.candidate.Story.Number.Value)];
    }

    /// <summary>Whether what a copy shares with a revision is more than any two texts may share.</summary>
    public static bool IsEnough(CopyText copy, Candidate candidate, RunChain chain)
    {
        var weight = chain.Runs.Sum(run => Enumerable.Range(run.Copy, run.Count).Sum(word => copy.Words[word].Weight)) / 5.0;
        return (weight - (chain.Words - chain.Score) >= MinScore && (weight >= SureWords || weight * 2 >= WeightOf(copy.Words)))
            || (candidate.IsNamed && weight >= MinNamed && weight * 2 >= WeightOf(candidate.Text.Words));
    }

    private static double WeightOf(IReadOnlyList<HashedWord> words) => words.Sum(word => word.Weight) / 5.0;

    /// <summary>The revision that the copy follows with the fewest differences; null where it follows none.</summary>
    /// <param name="ranked">As <see cref="Ranked"/> gives them.</param>
    public static CopyPart? Of(CopyText copy, IReadOnlyList<(Candidate Candidate, RunChain Chain)> ranked)
    {
        var enough = ranked.Where(each => IsEnough(copy, each.Candidate, each.Chain)).ToList();
        if (enough.Count == 0)
        {
            return null;
        }

        // What the copy names comes first among equals, however many stories have the same words.
        var compared = enough.TakeWhile(each => each.Chain.Score >= enough[0].Chain.Score - Near).OrderByDescending(each => each.Candidate.IsNamed).Take(MaxCompared)
            .Select(each => (each.Candidate.Story, each.Candidate.IsNamed, each.Chain, Comparison: CopyComparison.Of(copy, each.Candidate.Text, each.Candidate.Story.Content.Language, each.Chain)))
            .OrderBy(each => each.Comparison.Alterations).ThenByDescending(each => each.Chain.Words).ThenBy(each => each.Comparison.Differences.Count)
            .ThenByDescending(each => each.IsNamed).ThenByDescending(each => each.Story.ReleasedAt).ThenByDescending(each => each.Story.Number.Value).ToList();
        var best = compared[0];
        var alike = compared.Where(each => (each.Comparison.Alterations, each.Chain.Words, each.Comparison.Differences.Count, each.Comparison.IsWhole)
            == (best.Comparison.Alterations, best.Chain.Words, best.Comparison.Differences.Count, best.Comparison.IsWhole)).Select(each => each.Story).ToList();
        return new CopyPart
        {
            Revision = best.Story,
            Comparison = best.Comparison,
            Alike = [.. alike.Where(story => story.Code == best.Story.Code).Select(story => story.Number).OrderBy(number => number.Value)],
            Ties = [.. alike.Where(story => story.Code != best.Story.Code).DistinctBy(story => story.Code)],
        };
    }

    public static CopyVerdict VerdictOf(IReadOnlyList<CopyPart> parts, CopyInput input) =>
        parts.Sum(part => part.Comparison.Alterations) > 0 ? CopyVerdict.Altered
        : parts is not [{ Comparison: { IsWhole: true, HasForeignText: false } comparison }] ? CopyVerdict.Excerpt
        : comparison.IsExact && input.Hidden.Count == 0 ? CopyVerdict.Identical : CopyVerdict.SameWords;
}

/// <summary>A revision that a copy may follow.</summary>
/// <param name="IsNamed">Whether the copy names it, by a code, a link, a mark or a seal.</param>
/// <param name="IsExact">Whether it names this very revision.</param>
internal sealed record Candidate(PublishedStory Story, OriginalText Text, bool IsNamed = false, bool IsExact = false)
{
    /// <param name="named">What the copy names.</param>
    public static Candidate Of(PublishedStory story, IReadOnlyList<NamedStory> named) =>
        new(story, RevisionLines.Of(story.Content), named.Any(name => name.Code == story.Code && (name.Number is null || name.Number == story.Number)), named.Any(name => name.Code == story.Code && name.Number == story.Number));
}
