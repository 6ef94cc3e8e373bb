using System.Runtime.InteropServices;
using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>Merges one text of a block.</summary>
internal static class TextSlots
{
    /// <param name="before">Null where the text is new on both sides.</param>
    public static DraftText Merge(MergeInput input, DraftText? before, DraftText ours, DraftText theirs)
    {
        if (ours.Equals(theirs) || theirs.Equals(before))
        {
            return ours;
        }

        if (ours.Equals(before))
        {
            return theirs;
        }

        if (before is { IsEmpty: false } && (ours.IsEmpty || theirs.IsEmpty))
        {
            return Emptied(input, before, ours, theirs);
        }

        var numbers = new TokenNumbers();
        var (own, foreign) = (Tokens(numbers, ours), Tokens(numbers, theirs));
        var old = before is null ? Shared(own, foreign, ours.Plain, theirs.Plain) : Tokens(numbers, before);
        var merged = TextMerge.Of(old, new TextSide(old, own, input.Ours.By, input.Ours.Budget), new TextSide(old, foreign, input.Theirs.By, input.Theirs.Budget));
        return TokenText.Of(CollectionsMarshal.AsSpan(merged));
    }

    /// <summary>What two texts have in common, as the text before both. The order of the two does not matter.</summary>
    public static MergeToken[] Shared(MergeToken[] ours, MergeToken[] theirs, string own, string foreign)
    {
        var (left, right) = string.CompareOrdinal(own, foreign) <= 0 ? (ours, theirs) : (theirs, ours);
        var shared = new List<MergeToken>(left.Length);
        var at = 0;
        foreach (var region in SequenceDiff.Between(Array.ConvertAll(left, token => token.Key), Array.ConvertAll(right, token => token.Key), new WorkBudget(2_000_000)))
        {
            shared.AddRange(left.AsSpan(at, region.BeforeFrom - at));
            at = region.BeforeTo;
        }

        shared.AddRange(left.AsSpan(at));
        return [.. shared];
    }

    // One deleted the whole text while the other changed words in it.
    private static DraftText Emptied(MergeInput input, DraftText before, DraftText ours, DraftText theirs)
    {
        var (kept, by, deletedBy) = ours.IsEmpty ? (theirs, input.Theirs.By, input.Ours.By) : (ours, input.Ours.By, input.Theirs.By);
        return kept.Plain == before.Plain ? DraftText.Empty
            : DraftText.From([TokenText.Choice([new TextOption([], deletedBy), .. TokenText.Options(Tokens(new TokenNumbers(), kept), by)])!]);
    }

    private static MergeToken[] Tokens(TokenNumbers numbers, DraftText text)
    {
        var tokens = new List<MergeToken>(text.Plain.Length / 3);
        numbers.Append(tokens, text);
        return [.. tokens];
    }
}
