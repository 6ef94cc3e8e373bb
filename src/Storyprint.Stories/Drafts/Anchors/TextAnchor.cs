using Storyprint.Stories.Drafts.Merging;
using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Anchors;

/// <summary>The words that a comment is about: the block, the text in it, the words and where they begin. It lies beside the draft, never in it.</summary>
/// <param name="Quote">The words as they stood.</param>
/// <param name="Offset">UTF-16 offset in <see cref="DraftText.Plain"/>.</param>
public sealed record TextAnchor(BlockId Block, string Text, string Quote, int Offset)
{
    private const long Steps = 2_000_000;

    /// <summary>The first place of words that somebody copied; null where they stand nowhere.</summary>
    public static TextAnchor? First(StoryDraft draft, string quote) => quote.Length == 0 ? null : draft.All
        .SelectMany(block => block.Texts.Pairs.Select(text => new TextAnchor(block.Id, text.Key, quote, text.Value.Plain.IndexOf(quote, StringComparison.Ordinal))))
        .FirstOrDefault(anchor => anchor.Offset >= 0);

    /// <summary>Finds the words in a draft: where they stood, in the same block nearest to it, or in a block that was split from it or took it in. Null where they are gone.</summary>
    public TextAnchor? Find(StoryDraft draft)
    {
        if (Quote.Length == 0)
        {
            return draft.All.Any(block => block.Id == Block) ? this : null;
        }

        var all = draft.All.ToList();
        return Nearest(all.Where(block => block.Id == Block), Text)
            ?? (Text == BlockShape.MainText ? Nearest(all.Where(block => block.Origin == Block), Text) ?? Nearest(all.Where(block => block.Id != Block), Text) : null);
    }

    /// <summary>
    /// Carries the anchor over an edit: to the same words wherever they stand now, to those that are left of them, or, where all are gone, null. More exact than
    /// finding, for words that stand often.
    /// </summary>
    public TextAnchor? Carry(StoryDraft before, StoryDraft after)
    {
        if (before.All.FirstOrDefault(block => block.Id == Block)?.Texts[Text] is not { } old)
        {
            return Find(after);
        }

        var all = after.All.ToList();
        var place = all.FirstOrDefault(block => block.Id == Block);
        if (old.Equals(place?.Texts[Text]))
        {
            return this;
        }

        // Most words are left where most of the text is: in the block, in one split from it, or in the one before it that took it in.
        var found = new List<(TextAnchor Anchor, int Left)>();
        foreach (var block in all.Where(block => block.Id == Block || block.Origin == Block || (place is null && block.Text.Plain.Contains(Quote, StringComparison.Ordinal))))
        {
            if (Carried(old, block) is var (anchor, left))
            {
                found.Add((anchor, left));
            }
        }

        return found.Count == 0 ? null : found.MaxBy(carried => carried.Left).Anchor;
    }

    private (TextAnchor Anchor, int Left)? Carried(DraftText old, DraftBlock block)
    {
        if (block.Texts[Text] is not { } now)
        {
            return null;
        }

        var numbers = new TokenNumbers();
        List<MergeToken> before = [], after = [];
        numbers.Append(before, old);
        numbers.Append(after, now);
        var side = new TextSide([.. before], [.. after], default, new WorkBudget(Steps));
        int[] starts = Starts(before), ends = Starts(after);
        var kept = Enumerable.Range(0, before.Count)
            .Where(index => starts[index] < Offset + Quote.Length && starts[index + 1] > Offset && before[index].IsText && !before[index].IsSpace && side.PlaceOf(index) >= 0)
            .Select(index => side.PlaceOf(index)).ToList();
        if (kept.Count == 0)
        {
            return null;
        }

        var (from, to) = (ends[kept[0]], ends[kept[^1] + 1]);
        return (new TextAnchor(block.Id, Text, now.Plain[from..to], from), kept.Count);
    }

    private static int[] Starts(List<MergeToken> tokens)
    {
        var starts = new int[tokens.Count + 1];
        for (var index = 0; index < tokens.Count; index++)
        {
            starts[index + 1] = starts[index] + (tokens[index].IsText ? tokens[index].Length : 1);
        }

        return starts;
    }

    private TextAnchor? Nearest(IEnumerable<DraftBlock> blocks, string name)
    {
        TextAnchor? nearest = null;
        foreach (var block in blocks)
        {
            var text = block.Texts[name]?.Plain ?? string.Empty;
            for (var at = text.IndexOf(Quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Quote, at + 1, StringComparison.Ordinal))
            {
                if (nearest is null || Math.Abs(at - Offset) < Math.Abs(nearest.Offset - Offset))
                {
                    nearest = this with { Block = block.Id, Offset = at };
                }
            }

            if (nearest is not null)
            {
                return nearest;
            }
        }

        return null;
    }
}
