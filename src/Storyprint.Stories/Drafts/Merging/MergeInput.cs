using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>The three drafts of a merge.</summary>
internal sealed class MergeInput(StoryDraft before, DraftSide ours, DraftSide theirs)
{
    public DraftIndex Before { get; } = new(before);

    public DraftSide Ours => ours;

    public DraftSide Theirs => theirs;

    /// <summary>The one side that has a block, with the other; null where both have it or none.</summary>
    public (DraftSide With, DraftSide Without)? OnlyIn(BlockId id) => (ours.Index.Has(id), theirs.Index.Has(id)) switch
    {
        (true, false) => (ours, theirs),
        (false, true) => (theirs, ours),
        _ => null,
    };

    public bool IsTaken(BlockId id) => Before.Has(id) || ours.Index.Has(id) || theirs.Index.Has(id);
}

/// <summary>One side of a merge: a draft, and who changed it when.</summary>
internal sealed class DraftSide(StoryDraft draft, EditStamp by)
{
    // Of one merge. Each side spends its own, or the result would depend on who is called first.
    private const long Steps = 10_000_000;

    public DraftIndex Index { get; } = new(draft);

    public EditStamp By => by;

    public WorkBudget Budget { get; } = new(Steps);
}
