using System.Globalization;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Drafts.Merging;

namespace Storyprint.Stories.Drafts.Proposals;

/// <summary>Finds the parts of what a proposal changes, and which of them belong together.</summary>
internal sealed class ProposalParts
{
    private readonly DraftIndex old;
    private readonly DraftIndex now;
    private readonly List<ProposalPart> parts = [];
    private readonly Dictionary<string, string> bundles = [];

    public ProposalParts(StoryDraft before, StoryDraft after)
    {
        (old, now) = (new DraftIndex(before), new DraftIndex(after));
        Change = DraftDiff.Between(before, after);
        foreach (var block in after.All)
        {
            if (old.Block(block.Id) is { } known)
            {
                AddOwn(known, block);
            }
            else
            {
                Add(new ProposalPart($"{block.Id} added", ProposalChangeKind.AddedBlock, block.Id) { Added = Words(block) });
            }
        }

        foreach (var id in Change.Removed)
        {
            Add(new ProposalPart($"{id} removed", ProposalChangeKind.RemovedBlock, id) { Removed = Words(old.Block(id)!) });
        }

        foreach (var place in Change.Placed.Where(place => old.Has(place.Id)))
        {
            Add(new ProposalPart($"{place.Id} moved", ProposalChangeKind.MovedBlock, place.Id));
        }

        Bundle();
    }

    public DraftChange Change { get; }

    public IReadOnlyList<ProposalPart> All => parts;

    /// <summary>The first part of the bundle that a part belongs to.</summary>
    public string BundleOf(ProposalPart part) => Root(part.Key);

    private void AddOwn(DraftBlock before, DraftBlock after)
    {
        if (before.HasOwn(after))
        {
            return;
        }

        foreach (var name in before.Texts.Names.Union(after.Texts.Names).Order(StringComparer.Ordinal).Where(name => !Equals(before.Texts[name], after.Texts[name])))
        {
            var text = new ChangedText(before.Texts[name] ?? DraftText.Empty, after.Texts[name] ?? DraftText.Empty);
            var region = 0;
            foreach (var (removed, added) in text.Regions)
            {
                Add(new ProposalPart($"{after.Id} {name} words {removed}\n{added}", ProposalChangeKind.Words, after.Id, name, region++) { Removed = removed, Added = added });
            }

            if (text.HasMarks || region == 0)
            {
                Add(new ProposalPart($"{after.Id} {name} marks", ProposalChangeKind.Marks, after.Id, name));
            }
        }

        if (!(after with { Texts = before.Texts }).HasOwn(before))
        {
            Add(new ProposalPart($"{after.Id} values", ProposalChangeKind.Value, after.Id));
        }
    }

    private void Add(ProposalPart part)
    {
        var key = part.Key;
        for (var count = 2; bundles.ContainsKey(key); count++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{part.Key} {count}");
        }

        bundles[key] = key;
        parts.Add(part with { Key = key });
    }

    private void Bundle()
    {
        foreach (var part in parts)
        {
            if (part.Kind == ProposalChangeKind.AddedBlock)
            {
                var block = now.Block(part.Block)!;
                Join(part.Key, $"{now.ParentOf(part.Block)} added");
                Join(part.Key, $"{now.ParentOf(part.Block)} values");
                if (block.Origin is { } origin)
                {
                    JoinWords(part.Key, origin);
                    Join(part.Key, $"{origin} added");
                    Join(part.Key, $"{origin} removed");
                }
            }
            else if (part.Kind == ProposalChangeKind.RemovedBlock)
            {
                Join(part.Key, $"{old.ParentOf(part.Block)} removed");
                Join(part.Key, $"{old.ParentOf(part.Block)} values");
                if (Joins.Taker(old, part.Block, now) is { } taker)
                {
                    JoinWords(part.Key, taker, only: text => Joins.IsTaken(old, now, old.Block(part.Block)!, taker));
                }
            }
            else if (part.Kind == ProposalChangeKind.MovedBlock && old.ParentOf(part.Block) is var from && now.ParentOf(part.Block) is var to && from != to)
            {
                Join(part.Key, $"{to} added");
                Join(part.Key, $"{to} values");
                Join(part.Key, $"{from} removed");
                Join(part.Key, $"{from} values");
                Join(part.Key, $"{part.Block} values");
            }
            else if (part.Name is { } column && BlockShape.Of((now.Block(part.Block) ?? old.Block(part.Block))!.Kind).HasCells)
            {
                Join(part.Key, $"{column} added");
                Join(part.Key, $"{column} removed");
            }
        }
    }

    private void JoinWords(string key, BlockId block, Predicate<BlockId>? only = null)
    {
        foreach (var part in parts.Where(part => part.Block == block && part.Kind == ProposalChangeKind.Words && part.Name == BlockShape.MainText))
        {
            if (only?.Invoke(block) != false)
            {
                Join(key, part.Key);
            }
        }
    }

    private void Join(string one, string other)
    {
        if (bundles.ContainsKey(other))
        {
            bundles[Root(one)] = Root(other);
        }
    }

    private string Root(string key)
    {
        while (bundles[key] != key)
        {
            key = bundles[key];
        }

        return key;
    }

    private static string Words(DraftBlock block) => string.Join(' ', block.Texts.Pairs.Select(text => text.Value.Plain));
}
