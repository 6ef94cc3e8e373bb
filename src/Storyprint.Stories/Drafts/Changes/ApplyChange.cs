using System.Globalization;

namespace Storyprint.Stories.Drafts.Changes;

/// <summary>Applies changes to the state of a draft that they were made from. Changes that do not fit, or whose result is not sound, are refused whole.</summary>
public sealed class ApplyChange
{
    private const int MaxDepth = 20;

    private readonly Dictionary<BlockId, DraftBlock> blocks = [];
    private readonly Dictionary<BlockId, LinkedList<BlockId>> children = [];
    private readonly Dictionary<BlockId, LinkedListNode<BlockId>> places = [];

    private ApplyChange(StoryDraft draft)
    {
        foreach (var block in draft.All)
        {
            blocks[block.Id] = block;
            children[block.Id] = [];
            foreach (var child in block.Blocks)
            {
                places[child.Id] = children[block.Id].AddLast(child.Id);
            }
        }
    }

    /// <summary>The draft with the changes; null with the first problem where they cannot be applied.</summary>
    public static StoryDraft? To(StoryDraft draft, DraftChange change, out DraftProblem? problem)
    {
        var apply = new ApplyChange(draft);
        problem = apply.Remove(change) ?? apply.Change(change) ?? apply.Place(change);
        if (problem is not null)
        {
            return null;
        }

        var count = 0;
        var result = new StoryDraft(apply.Build(BlockId.Story, 0, ref count));
        problem = count != apply.blocks.Count ? new DraftProblem("/placed", "Blocks stand in each other, too deep, or in one that was removed.") : DraftRules.Problem(result);
        return problem is null ? result : null;
    }

    private DraftProblem? Remove(DraftChange change)
    {
        for (var index = 0; index < change.Removed.Count; index++)
        {
            var id = change.Removed[index];
            if (id == BlockId.Story || !blocks.Remove(id))
            {
                return At("removed", index, $"There is no block '{id}' to remove.");
            }

            Detach(id);
        }

        return null;
    }

    private DraftProblem? Change(DraftChange change)
    {
        var placed = change.Placed.Select(place => place.Id).ToHashSet();
        var seen = new HashSet<BlockId>();
        for (var index = 0; index < change.Blocks.Count; index++)
        {
            var block = change.Blocks[index];
            if (!seen.Add(block.Id))
            {
                return At("blocks", index, $"The identity '{block.Id}' stands twice.");
            }

            if (!blocks.ContainsKey(block.Id) && !placed.Contains(block.Id))
            {
                return At("blocks", index, $"The block '{block.Id}' is new and has no place.");
            }

            if (block.Blocks.Count > 0)
            {
                return At("blocks", index, "Blocks are sent one by one, without those in them.");
            }

            blocks[block.Id] = block;
            children.TryAdd(block.Id, []);
        }

        return null;
    }

    private DraftProblem? Place(DraftChange change)
    {
        for (var index = 0; index < change.Placed.Count; index++)
        {
            Detach(change.Placed[index].Id);
        }

        for (var index = 0; index < change.Placed.Count; index++)
        {
            var (id, parent, after) = change.Placed[index];
            if (id == BlockId.Story || !blocks.ContainsKey(id))
            {
                return At("placed", index, $"There is no block '{id}' to place.");
            }

            if (places.ContainsKey(id))
            {
                return At("placed", index, $"The block '{id}' is placed twice.");
            }

            if (!blocks.ContainsKey(parent))
            {
                return At("placed", index, $"There is no block '{parent}' to place it in.");
            }

            if (after is null)
            {
                places[id] = children[parent].AddFirst(id);
            }
            else if (places.TryGetValue(after.Value, out var before) && ReferenceEquals(before.List, children[parent]))
            {
                places[id] = before.List!.AddAfter(before, id);
            }
            else
            {
                return At("placed", index, $"There is no block '{after}' in '{parent}' to place it behind.");
            }
        }

        return null;
    }

    private void Detach(BlockId id)
    {
        if (places.Remove(id, out var place))
        {
            place.List!.Remove(place);
        }
    }

    // Blocks that stand in each other hang on nothing that is reached from the story; those that stand too deep are not counted, and the whole is refused.
    private DraftBlock Build(BlockId id, int depth, ref int count)
    {
        var block = blocks[id];
        if (depth > MaxDepth)
        {
            return block;
        }

        count++;
        var inside = new List<DraftBlock>(children[id].Count);
        foreach (var child in children[id])
        {
            inside.Add(Build(child, depth + 1, ref count));
        }

        // A block that did not change stays the same object, so that comparing states is quick.
        return inside.Count == block.Blocks.Count && inside.Zip(block.Blocks).All(pair => ReferenceEquals(pair.First, pair.Second)) ? block : block with { Blocks = inside };
    }

    private static DraftProblem At(string part, int index, string sentence) => new(string.Create(CultureInfo.InvariantCulture, $"/{part}/{index}"), sentence);
}
