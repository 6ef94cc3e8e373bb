using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>
/// The three-way merge of a text, word by word. Changes of different words are both done; where both changed the same words differently, both texts stand side
/// by side as a choice.
/// </summary>
internal sealed class TextMerge
{
    private readonly MergeToken[] before;
    private readonly TextSide ours;
    private readonly TextSide theirs;
    private readonly List<Region> changedByUs;
    private readonly List<Region> changedByThem;
    private readonly MergedTokens merged;

    private TextMerge(MergeToken[] before, TextSide ours, TextSide theirs)
    {
        (this.before, this.ours, this.theirs) = (before, ours, theirs);
        (changedByUs, changedByThem) = (Parted(ours.Regions, theirs.Regions), Parted(theirs.Regions, ours.Regions));
        merged = new MergedTokens(before, ours, theirs);
    }

    /// <summary>The merged tokens; those at which blocks begin are all there that one side put in.</summary>
    public static List<MergeToken> Of(MergeToken[] before, TextSide ours, TextSide theirs)
    {
        var merge = new TextMerge(before, ours, theirs);
        merge.Run();
        return merge.merged.Tokens;
    }

    private void Run()
    {
        var (at, mine, other) = (0, 0, 0);
        while (mine < changedByUs.Count || other < changedByThem.Count)
        {
            var x = mine < changedByUs.Count ? changedByUs[mine] : (Region?)null;
            var y = other < changedByThem.Count ? changedByThem[other] : (Region?)null;
            if (x is { } own && y is { } foreign && IsSamePlace(own, foreign))
            {
                merged.Keep(at, own.BeforeFrom);
                Insertions.Merge(merged, ours, own, theirs, foreign);
                (at, mine, other) = (own.BeforeTo, mine + 1, other + 1);
            }
            else if (x is { } left && y is { } right && Overlap(left, right.BeforeFrom, right.BeforeTo))
            {
                var cluster = Cluster(left, right, mine, other);
                merged.Keep(at, cluster.From);
                MergeCluster(cluster, mine, other);
                (at, mine, other) = (cluster.To, cluster.Mine, cluster.Other);
            }
            else if (y is null || (x is { } first && IsBefore(first, y.Value)))
            {
                merged.Keep(at, x!.Value.BeforeFrom);
                merged.Change(ours, theirs, x.Value);
                (at, mine) = (x.Value.BeforeTo, mine + 1);
            }
            else
            {
                merged.Keep(at, y.Value.BeforeFrom);
                merged.Change(theirs, ours, y.Value);
                (at, other) = (y.Value.BeforeTo, other + 1);
            }
        }

        merged.Keep(at, before.Length);
    }

    private void MergeCluster(Span cluster, int mine, int other)
    {
        Region[] own = [.. changedByUs[mine..cluster.Mine]];
        Region[] foreign = [.. changedByThem[other..cluster.Other]];
        if (own.All(IsDeletion) && foreign.All(IsDeletion))
        {
            for (var index = cluster.From; index < cluster.To; index++)
            {
                if (ours.PlaceOf(index) >= 0 && theirs.PlaceOf(index) >= 0)
                {
                    merged.Keep(index, index + 1);
                }
            }

            return;
        }

        var (left, right) = (Within(own, cluster), Within(foreign, cluster));
        var (isOwnBreak, isForeignBreak) = (IsBreak(ours, own), IsBreak(theirs, foreign));
        if (isOwnBreak && !isForeignBreak)
        {
            merged.WithBreaks(theirs, right, ours, left);
        }
        else if (isForeignBreak && !isOwnBreak)
        {
            merged.WithBreaks(ours, left, theirs, right);
        }
        else
        {
            new Clash(merged, ours, theirs).Merge(left, right);
        }
    }

    // Overlapping changes of both sides, and those that overlap them in turn.
    private Span Cluster(Region left, Region right, int mine, int other)
    {
        var (from, to) = (Math.Min(left.BeforeFrom, right.BeforeFrom), Math.Max(left.BeforeTo, right.BeforeTo));
        (mine, other) = (mine + 1, other + 1);
        while (true)
        {
            if (mine < changedByUs.Count && Overlap(changedByUs[mine], from, to))
            {
                to = Math.Max(to, changedByUs[mine++].BeforeTo);
            }
            else if (other < changedByThem.Count && Overlap(changedByThem[other], from, to))
            {
                to = Math.Max(to, changedByThem[other++].BeforeTo);
            }
            else
            {
                return new Span(from, to, mine, other);
            }
        }
    }

    // A space that was deleted with the word behind it, where the other put something before that word: it was not put into the middle of anything.
    private List<Region> Parted(List<Region> regions, List<Region> others)
    {
        var insertions = others.Where(other => other.BeforeFrom == other.BeforeTo).Select(other => other.BeforeFrom).ToHashSet();
        return [.. regions.SelectMany(region =>
            IsDeletion(region) && insertions.Contains(region.BeforeFrom + 1) && region.BeforeTo > region.BeforeFrom + 1 && before[region.BeforeFrom].IsSpace
                ? (Region[])[region with { BeforeTo = region.BeforeFrom + 1 }, region with { BeforeFrom = region.BeforeFrom + 1 }]
                : [region])];
    }

    private static Range Within(Region[] regions, Span cluster) =>
        (regions[0].AfterFrom - (regions[0].BeforeFrom - cluster.From))..(regions[^1].AfterTo + (cluster.To - regions[^1].BeforeTo));

    private static bool IsDeletion(Region region) => region.AfterFrom == region.AfterTo;

    // Whether a side only split the text here, with the space at which it did.
    private bool IsBreak(TextSide side, Region[] regions) => regions.All(region =>
        side.Tokens.AsSpan()[region.AfterFrom..region.AfterTo].ToArray().All(token => token.Break is not null || token.IsSpace)
        && before[region.BeforeFrom..region.BeforeTo].All(token => token.IsSpace))
        && regions.Any(region => side.Tokens[region.AfterFrom..region.AfterTo].Any(token => token.Break is not null));

    private static bool IsSamePlace(Region one, Region other) =>
        one.BeforeFrom == other.BeforeFrom && one.BeforeTo == one.BeforeFrom && other.BeforeTo == other.BeforeFrom;

    private static bool Overlap(Region region, int from, int to) => region.BeforeFrom == region.BeforeTo
        ? from < region.BeforeFrom && region.BeforeFrom < to
        : from == to ? region.BeforeFrom < from && from < region.BeforeTo : Math.Max(region.BeforeFrom, from) < Math.Min(region.BeforeTo, to);

    private static bool IsBefore(Region one, Region other) =>
        one.BeforeFrom < other.BeforeFrom || (one.BeforeFrom == other.BeforeFrom && one.BeforeTo == one.BeforeFrom);

    private readonly record struct Span(int From, int To, int Mine, int Other);
}
