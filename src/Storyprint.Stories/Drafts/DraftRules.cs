using System.Globalization;

namespace Storyprint.Stories.Drafts;

/// <summary>What a sound draft is. Whatever reads drafts from outside refuses others, and every merge of sound drafts is sound.</summary>
public static class DraftRules
{
    /// <summary>The first thing that is wrong, or null.</summary>
    public static DraftProblem? Problem(StoryDraft draft) => draft.Root is { Id: var id, Kind: BlockKind.Story } && id == BlockId.Story
        ? InBlock(draft.Root, string.Empty, [])
        : new DraftProblem("", "The outermost block must be the story itself, of kind 'story' and with the identity 'story'.");

    /// <summary>What is wrong with a block for itself, without the blocks in it.</summary>
    public static DraftProblem? Own(DraftBlock block, string where)
    {
        var shape = BlockShape.Of(block.Kind);
        foreach (var (name, text) in block.Texts.Pairs)
        {
            if (shape.TextOf(name) is not { } allowed)
            {
                return new($"{where}/texts/{name}", $"A block of kind '{shape.Name}' has no text '{name}'.");
            }

            if (text.IsEmpty && !allowed.KeepsEmpty)
            {
                return new($"{where}/texts/{name}", "An empty text is left out.");
            }

            if (!allowed.IsRich && text.HasMarks)
            {
                return new($"{where}/texts/{name}", "This text has no emphasis and no links.");
            }
        }

        foreach (var (name, value) in block.Values.Pairs)
        {
            if (shape.ValueOf(name) is null)
            {
                return new($"{where}/values/{name}", $"A block of kind '{shape.Name}' has no value '{name}'.");
            }
        }

        return block.Choices.Any(choice => choice.Name != ValueChoice.Kind && shape.ValueOf(choice.Name) is null) || block.Choices.DistinctBy(choice => choice.Name).Count() != block.Choices.Count
            ? new($"{where}/choices", "Each choice is about another value of the block.")
            : null;
    }

    private static DraftProblem? InBlock(DraftBlock block, string where, HashSet<BlockId> seen)
    {
        if (!seen.Add(block.Id))
        {
            return new($"{where}/id", $"The identity '{block.Id}' stands twice.");
        }

        var shape = BlockShape.Of(block.Kind);
        if ((Own(block, where) ?? Order(block, where)) is { } problem)
        {
            return problem;
        }

        for (var index = 0; index < block.Blocks.Count; index++)
        {
            var child = block.Blocks[index];
            var place = string.Create(CultureInfo.InvariantCulture, $"{where}/blocks/{index}");
            if (!shape.Holds.Contains(child.Kind))
            {
                return new($"{place}/kind", $"A block of kind '{shape.Name}' holds none of kind '{BlockShape.Of(child.Kind).Name}'.");
            }

            if (InBlock(child, place, seen) is { } inside)
            {
                return inside;
            }
        }

        return null;
    }

    // Bylines, body, topics, notes; columns, one head, rows whose cells have columns.
    private static DraftProblem? Order(DraftBlock block, string where)
    {
        if (block.Kind == BlockKind.Story)
        {
            return block.Blocks.Zip(block.Blocks.Skip(1)).Any(pair => BlockShape.Of(pair.First.Kind).Part > BlockShape.Of(pair.Second.Kind).Part)
                ? new($"{where}/blocks", "A story has its bylines first, then its body, topics and notes.")
                : null;
        }

        if (block.Kind != BlockKind.Table)
        {
            return null;
        }

        if (!block.Blocks.Select(Rank).SequenceEqual(block.Blocks.Select(Rank).Order()) || block.Blocks.Count(child => child.Kind == BlockKind.Head) > 1)
        {
            return new($"{where}/blocks", "A table has its columns first, then at most one head, then its rows.");
        }

        var columns = block.Blocks.Where(child => child.Kind == BlockKind.Column).Select(column => column.Id.Value).ToHashSet();
        return block.Blocks.SelectMany(row => row.Texts.Names).FirstOrDefault(name => !columns.Contains(name)) is { } unknown
            ? new($"{where}/blocks", $"A cell stands in the column '{unknown}', which the table does not have.")
            : null;
    }

    private static int Rank(DraftBlock block) => block.Kind == BlockKind.Column ? 0 : block.Kind == BlockKind.Head ? 1 : 2;
}
