namespace Storyprint.Stories.Drafts.Merging;

/// <summary>
/// Makes a merged draft sound where both sides were and their sum is not: an item of a list that became a quotation, words in a block that became one without
/// words. Nothing that somebody wrote is dropped.
/// </summary>
internal sealed class DraftRepair(Func<BlockId, bool> isTaken)
{
    private readonly HashSet<BlockId> made = [];

    public static StoryDraft Of(StoryDraft draft, Func<BlockId, bool> isTaken)
    {
        var repair = new DraftRepair(isTaken);
        var (root, outcasts) = repair.Repaired(draft.Root);
        return new StoryDraft(outcasts.Count == 0 ? root : root with { Blocks = [.. root.Blocks, .. outcasts.Select(block => block with { Kind = BlockKind.Paragraph })] });
    }

    // The block, and what it cannot hold: that comes behind it.
    private (DraftBlock Block, List<DraftBlock> Outcasts) Repaired(DraftBlock block)
    {
        var shape = BlockShape.Of(block.Kind);
        var outcasts = new List<DraftBlock>();
        if (block.Blocks.Count == 0 && IsSound(block, shape))
        {
            return (block, outcasts);
        }

        var held = new List<DraftBlock>(block.Blocks.Count);
        foreach (var text in block.Texts.Pairs.Where(text => shape.TextOf(text.Key) is null && !text.Value.IsEmpty))
        {
            Place(Words(block.Id, text.Key, text.Value) with { Removal = block.Removal }, block.Kind == BlockKind.Story ? BlockShape.Of(BlockKind.Break) : shape, held, outcasts);
        }

        foreach (var child in block.Blocks)
        {
            var fitted = KindIn(shape, child.Kind) is { } kind ? child with { Kind = kind } : null;
            var (sound, behind) = fitted is null ? (null, [.. Free(child)]) : Repaired(fitted);
            if (sound is not null)
            {
                held.Add(sound);
            }

            behind.ForEach(words => Place(words, shape, held, outcasts));
        }

        return (Sound(block, shape) with { Blocks = block.Kind switch { BlockKind.Table => TableOrder(held), BlockKind.Story => [.. held.OrderBy(child => BlockShape.Of(child.Kind).Part)], _ => held } }, outcasts);
    }

    private static void Place(DraftBlock words, BlockShape shape, List<DraftBlock> held, List<DraftBlock> outcasts)
    {
        if (KindIn(shape, words.Kind) is { } kind)
        {
            held.Add(words with { Kind = kind });
        }
        else
        {
            outcasts.Add(words);
        }
    }

    private static bool IsSound(DraftBlock block, BlockShape shape) => block.Texts.Pairs.All(text => shape.TextOf(text.Key) is { } allowed && (allowed.IsRich || !text.Value.HasMarks))
        && block.Values.Names.All(name => shape.ValueOf(name) is not null) && block.Choices.All(choice => Fits(choice, shape));

    private static DraftBlock Sound(DraftBlock block, BlockShape shape) => IsSound(block, shape) ? block : block with
    {
        Texts = NamedValues.From(block.Texts.Pairs.Where(text => shape.TextOf(text.Key) is not null)
            .Select(text => shape.TextOf(text.Key)!.IsRich ? text : KeyValuePair.Create(text.Key, text.Value.WithoutMarks()))),
        Values = NamedValues.From(block.Values.Pairs.Where(value => shape.ValueOf(value.Key) is not null)),
        Choices = [.. block.Choices.Where(choice => Fits(choice, shape))],
    };

    private static bool Fits(ValueChoice choice, BlockShape shape) => choice.Name == ValueChoice.Kind || shape.ValueOf(choice.Name) is not null;

    /// <summary>The kind that a block has in another: its own, or for words the first that holds words there; null where there is none.</summary>
    private static BlockKind? KindIn(BlockShape parent, BlockKind kind) =>
        parent.Holds.Contains(kind) ? kind
        : BlockShape.Of(kind).HasMainText ? parent.Holds.Cast<BlockKind?>().FirstOrDefault(held => BlockShape.Of(held!.Value).HasMainText)
        : null;

    // A block that nothing around it can hold gives its words as paragraphs.
    private IEnumerable<DraftBlock> Free(DraftBlock block) => BlockShape.Of(block.Kind).HasMainText || BlockShape.Of(BlockKind.Story).Holds.Contains(block.Kind)
        ? [block]
        : block.Texts.Pairs.Where(text => !text.Value.IsEmpty).Select(text => Words(block.Id, text.Key, text.Value) with { Removal = block.Removal });

    private DraftBlock Words(BlockId from, string purpose, DraftText text)
    {
        var id = from.Derived(purpose, taken => isTaken(taken) || made.Contains(taken));
        made.Add(id);
        return new DraftBlock { Id = id, Kind = BlockKind.Paragraph, Texts = NamedValues.Of(BlockShape.MainText, text) };
    }

    // Columns, one head, rows; every cell has a column.
    private List<DraftBlock> TableOrder(List<DraftBlock> blocks)
    {
        var columns = blocks.Where(block => block.Kind == BlockKind.Column).ToList();
        var known = columns.Select(column => column.Id.Value).ToHashSet();
        var rows = blocks.Where(block => block.Kind != BlockKind.Column).ToList();
        foreach (var name in rows.SelectMany(row => row.Texts.Names).Where(name => !known.Contains(name)).Distinct().ToList())
        {
            var column = Words(columns.Count > 0 ? columns[^1].Id : rows[0].Id, name, DraftText.Empty) with { Kind = BlockKind.Column, Texts = NamedValues.Empty<DraftText>() };
            columns.Add(column);
            rows = rows.ConvertAll(row => row.Texts[name] is { } cell ? row with { Texts = row.Texts.Without(name).With(column.Id.Value, cell) } : row);
        }

        var head = rows.FindIndex(row => row.Kind == BlockKind.Head);
        return head < 0 ? [.. columns, .. rows]
            : [.. columns, rows[head], .. rows.Where((_, index) => index != head).Select(row => row.Kind == BlockKind.Head ? row with { Kind = BlockKind.Row } : row)];
    }
}
