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
        Regions = Slid(before, tokens, Between(before, tokens, budget));
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

    // Words and marks are compared, and spaces only between them: two words that were both replaced are one change, whatever stands between.
    private static List<Region> Between(MergeToken[] before, MergeToken[] tokens, WorkBudget budget)
    {
        int[] old = Words(before), now = Words(tokens);
        var regions = new List<Region>();
        var (x, y, left, right) = (0, 0, 0, 0);
        foreach (var changed in SequenceDiff.Between(Array.ConvertAll(old, place => before[place].Key), Array.ConvertAll(now, place => tokens[place].Key), budget).Append(new Region(old.Length, old.Length, now.Length, now.Length)))
        {
            for (; x < changed.BeforeFrom; x++, y++)
            {
                Gap(old[x], now[y]);
                (left, right) = (old[x] + 1, now[y] + 1);
            }

            (x, y) = (changed.BeforeTo, changed.AfterTo);
        }

        Gap(before.Length, tokens.Length);
        return regions;

        void Gap(int oldEnd, int nowEnd)
        {
            while (left < oldEnd && right < nowEnd && before[left].Key == tokens[right].Key)
            {
                (left, right) = (left + 1, right + 1);
            }

            while (left < oldEnd && right < nowEnd && before[oldEnd - 1].Key == tokens[nowEnd - 1].Key)
            {
                (oldEnd, nowEnd) = (oldEnd - 1, nowEnd - 1);
            }

            if (left < oldEnd || right < nowEnd)
            {
                regions.Add(new Region(left, oldEnd, right, nowEnd));
            }
        }
    }

    private static int[] Words(MergeToken[] tokens) => [.. Enumerable.Range(0, tokens.Length).Where(index => !tokens[index].IsSpace)];

    // Of the places where the same tokens could have been put in or taken out, both sides take the last: " new" before a space is "new " behind it.
    private static List<Region> Slid(MergeToken[] before, MergeToken[] tokens, List<Region> regions)
    {
        var slid = new List<Region>(regions.Count);
        for (var index = regions.Count - 1; index >= 0; index--)
        {
            var region = regions[index];
            var end = slid is [.., var next] ? next.BeforeFrom : before.Length;
            while (region.BeforeTo < end && (region.BeforeFrom == region.BeforeTo
                ? tokens[region.AfterFrom].Key == before[region.BeforeTo].Key
                : region.AfterFrom == region.AfterTo && before[region.BeforeFrom].Key == before[region.BeforeTo].Key))
            {
                region = new Region(region.BeforeFrom + 1, region.BeforeTo + 1, region.AfterFrom + 1, region.AfterTo + 1);
            }

            if (slid is [.., var last] && last.BeforeFrom == region.BeforeTo)
            {
                slid[^1] = region with { BeforeTo = last.BeforeTo, AfterTo = last.AfterTo };
            }
            else
            {
                slid.Add(region);
            }
        }

        slid.Reverse();
        return slid;
    }
}
