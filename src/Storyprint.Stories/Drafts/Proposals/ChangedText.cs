using System.Runtime.InteropServices;
using Storyprint.Stories.Drafts.Merging;
using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Proposals;

/// <summary>A text that a proposal changed: its changed regions, and the text with some of them.</summary>
internal sealed class ChangedText
{
    private readonly MergeToken[] before;
    private readonly TextSide side;

    public ChangedText(DraftText old, DraftText now)
    {
        var numbers = new TokenNumbers();
        List<MergeToken> left = [], right = [];
        numbers.Append(left, old);
        numbers.Append(right, now);
        before = [.. left];
        side = new TextSide(before, [.. right], default, new WorkBudget(2_000_000));
        HasMarks = Enumerable.Range(0, before.Length).Any(index => side.PlaceOf(index) is >= 0 and var place && !before[index].HasStylesOf(side.Tokens[place]));
    }

    /// <summary>Whether marks changed of words that stay.</summary>
    public bool HasMarks { get; }

    public IEnumerable<(string Removed, string Added)> Regions => side.Regions.Select(region =>
        (Plain(before.AsSpan(region.BeforeFrom, region.BeforeTo - region.BeforeFrom)), Plain(side.Tokens.AsSpan(region.AfterFrom, region.AfterTo - region.AfterFrom))));

    /// <summary>The text before with some of the changed regions.</summary>
    public DraftText With(Predicate<int> takes, bool takesMarks)
    {
        var tokens = new List<MergeToken>();
        var at = 0;
        for (var index = 0; index <= side.Regions.Count; index++)
        {
            var region = index < side.Regions.Count ? side.Regions[index] : new Region(before.Length, before.Length, 0, 0);
            for (; at < region.BeforeFrom; at++)
            {
                tokens.Add(takesMarks ? side.Tokens[side.PlaceOf(at)] : before[at]);
            }

            tokens.AddRange(index < side.Regions.Count && takes(index)
                ? side.Tokens.AsSpan(region.AfterFrom, region.AfterTo - region.AfterFrom)
                : before.AsSpan(region.BeforeFrom, region.BeforeTo - region.BeforeFrom));
            at = region.BeforeTo;
        }

        return TokenText.Of(CollectionsMarshal.AsSpan(tokens));
    }

    private static string Plain(ReadOnlySpan<MergeToken> tokens) => TokenText.Of(tokens).Plain;
}
