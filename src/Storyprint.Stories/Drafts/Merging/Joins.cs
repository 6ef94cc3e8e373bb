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
                && Taker(input, id, without) is { } taker && IsTaken(input, gone, taker, without))
            {
                join(taker, id, with);
            }
        }
    }

    // The nearest block of words before it that is still there; blocks between them may have been joined too.
    private static BlockId? Taker(MergeInput input, BlockId id, DraftSide side)
    {
        for (var step = 0; step < MaxSteps && input.Before.Before(id) is { } before && BlockShape.Of(before.Kind).HasMainText; step++)
        {
            if (side.Index.Has(before.Id))
            {
                return before.Id;
            }

            id = before.Id;
        }

        return null;
    }

    private static bool IsTaken(MergeInput input, DraftBlock gone, BlockId taker, DraftSide side)
    {
        var (old, now) = (input.Before.Block(taker)!.Text, side.Index.Block(taker)!.Text);
        if (old.Equals(now))
        {
            return false;
        }

        var numbers = new TokenNumbers();
        MergeToken[] before = Tokens(old), after = Tokens(now), words = [.. Tokens(gone.Text).Where(token => token.IsWord)];
        var added = new TextSide(before, after, side.By, new WorkBudget(200_000)).Regions
            .SelectMany(region => after[region.AfterFrom..region.AfterTo]).GroupBy(token => token.Key).ToDictionary(group => group.Key, group => group.Count());
        return words.Length > 0 && words.GroupBy(token => token.Key).Sum(group => Math.Min(group.Count(), added.GetValueOrDefault(group.Key))) >= MinShared * words.Length;

        MergeToken[] Tokens(DraftText text)
        {
            var tokens = new List<MergeToken>();
            numbers.Append(tokens, text);
            return [.. tokens];
        }
    }
}
