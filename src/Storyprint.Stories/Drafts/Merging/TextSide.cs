using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>One side of a merge of texts: its tokens, and what it changed of the text before.</summary>
internal sealed class TextSide
{
    private readonly int[] places;

    public TextSide(MergeToken[] before, MergeToken[] tokens, EditStamp by, WorkBudget budget)
    {
        Tokens = tokens;
        By = by;
        Regions = Joined(before, SequenceDiff.Between(Keys(before), Keys(tokens), budget));
        places = new int[before.Length];
        var (index, shift) = (0, 0);
        foreach (var region in Regions)
        {
            for (; index < region.BeforeFrom; index++)
            {
                places[index] = index + shift;
            }

            for (; index < region.BeforeTo; index++)
            {
                places[index] = -1;
            }

            shift = region.AfterTo - region.BeforeTo;
        }

        for (; index < before.Length; index++)
        {
            places[index] = index + shift;
        }
    }

    public MergeToken[] Tokens { get; }

    public EditStamp By { get; }

    /// <summary>The changed regions in order.</summary>
    public List<Region> Regions { get; }

    /// <summary>Where a token of the text before stands here, or -1.</summary>
    public int PlaceOf(int before) => places[before];

    private static int[] Keys(MergeToken[] tokens) => Array.ConvertAll(tokens, token => token.Key);

    // Two words that were both replaced are one change with the space between them: what the other wrote there belonged to the old words.
    private static List<Region> Joined(MergeToken[] before, List<Region> regions)
    {
        var joined = new List<Region>(regions.Count);
        foreach (var region in regions.SelectMany(region => Parted(before, region)))
        {
            if (joined is [.., var last] && region.BeforeFrom - last.BeforeTo == 1 && before[last.BeforeTo].IsSpace && IsReplaced(last) && IsReplaced(region))
            {
                joined[^1] = last with { BeforeTo = region.BeforeTo, AfterTo = region.AfterTo };
            }
            else
            {
                joined.Add(region);
            }
        }

        return joined;
    }

    // A space that was deleted with the word behind it is a change for itself: what the other put before that word was not in the middle of something.
    private static Region[] Parted(MergeToken[] before, Region region) =>
        region.AfterFrom == region.AfterTo && region.BeforeTo - region.BeforeFrom > 1 && before[region.BeforeFrom].IsSpace
            ? [region with { BeforeTo = region.BeforeFrom + 1 }, region with { BeforeFrom = region.BeforeFrom + 1 }]
            : [region];

    private static bool IsReplaced(Region region) => region.BeforeTo > region.BeforeFrom && region.AfterTo > region.AfterFrom;
}
