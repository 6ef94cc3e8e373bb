using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>Finds blocks that one side joined to the block before them, while the other changed words in them.</summary>
internal static class Joins
{
    private const double MinShared = 0.6;
    private const int MaxSteps = 50;

    /// <param name="join">Called with the block that took the words, the block that is gone, and the side that still has it.</param>
    public static void Find(MergeInput input, Action<BlockId, BlockId, DraftSide> join)
    {
        foreach (var id in input.Before.Ids)
        {
            if (input.OnlyIn(id) is var (with, without) && input.Before.Block(id) is { Text.IsEmpty: false } gone && !gone.Text.Equals(with.Index.Block(id)!.Text)
                && Taker(input.Before, id, without.Index) is { } taker && IsTaken(input.Before, without.Index, gone, taker))
            {
                join(taker, id, with);
            }
        }
    }

    /// <summary>The nearest block of words before one that is gone that is still there; blocks between them may have been joined too.</summary>
    public static BlockId? Taker(DraftIndex before, BlockId id, DraftIndex after)
    {
        for (var step = 0; step < MaxSteps && before.Before(id) is { } sibling && BlockShape.Of(sibling.Kind).HasMainText; step++)
        {
            if (after.Has(sibling.Id))
            {
                return sibling.Id;
            }

            id = sibling.Id;
        }

        return null;
    }

    /// <summary>Whether most words of a block that is gone were put into another.</summary>
    public static bool IsTaken(DraftIndex before, DraftIndex after, DraftBlock gone, BlockId taker)
    {
        var (old, now) = (before.Block(taker)!.Text, after.Block(taker)!.Text);
        if (old.Equals(now))
        {
            return false;
        }

        var numbers = new TokenNumbers();
        MergeToken[] left = Tokens(old), right = Tokens(now), words = [.. Tokens(gone.Text).Where(token => token.IsWord)];
        var added = new TextSide(left, right, default, new WorkBudget(200_000)).Regions
            .SelectMany(region => right[region.AfterFrom..region.AfterTo]).GroupBy(token => token.Key).ToDictionary(group => group.Key, group => group.Count());
        return words.Length > 0 && words.GroupBy(token => token.Key).Sum(group => Math.Min(group.Count(), added.GetValueOrDefault(group.Key))) >= MinShared * words.Length;

        MergeToken[] Tokens(DraftText text)
        {
            var tokens = new List<MergeToken>();
            numbers.Append(tokens, text);
            return [.. tokens];
        }
    }
}
