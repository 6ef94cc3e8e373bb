namespace Storyprint.Stories.Drafts;

/// <summary>
/// A block of a draft with its identity: a paragraph, an item of a list, a row of a table, the story itself. All kinds have one form, so that merging,
/// comparing and sending know no kind; <see cref="BlockShape"/> says what each kind holds.
/// </summary>
public sealed record DraftBlock
{
    public required BlockId Id { get; init; }

    public required BlockKind Kind { get; init; }

    /// <summary>The block that it was split from; a merge gives it the words that somebody else changed there.</summary>
    public BlockId? Origin { get; init; }

    /// <summary>Its texts by name; the cells of a row by the identity of their column.</summary>
    public NamedValues<DraftText> Texts { get; init; } = NamedValues.Empty<DraftText>();

    /// <summary>What is not words (levels, addresses, files), by name, as text without regard to culture.</summary>
    public NamedValues<string> Values { get; init; } = NamedValues.Empty<string>();

    /// <summary>The blocks in it.</summary>
    public IReadOnlyList<DraftBlock> Blocks { get; init; } = [];

    /// <summary>Set where somebody removed the block while another changed it: whether it stays is a choice.</summary>
    public EditStamp? Removal { get; init; }

    /// <summary>Values that two people changed differently.</summary>
    public IReadOnlyList<ValueChoice> Choices { get; init; } = [];

    /// <summary>The main text; empty where the kind has none.</summary>
    public DraftText Text => Texts[BlockShape.MainText] ?? DraftText.Empty;

    /// <summary>The block and all blocks in it, in reading order.</summary>
    public IEnumerable<DraftBlock> All
    {
        get
        {
            var open = new Stack<DraftBlock>([this]);
            while (open.TryPop(out var block))
            {
                yield return block;
                for (var index = block.Blocks.Count - 1; index >= 0; index--)
                {
                    open.Push(block.Blocks[index]);
                }
            }
        }
    }

    /// <summary>Whether two blocks are equal apart from the blocks in them.</summary>
    public bool HasOwn(DraftBlock other) => ReferenceEquals(this, other)
        || (Id == other.Id && Kind == other.Kind && Origin == other.Origin && Removal == other.Removal
            && Texts.Equals(other.Texts) && Values.Equals(other.Values) && Choices.SequenceEqual(other.Choices));

    public bool Equals(DraftBlock? other) => ReferenceEquals(this, other) || (other is not null && HasOwn(other) && Blocks.SequenceEqual(other.Blocks));

    public override int GetHashCode() => HashCode.Combine(Id, Kind, Blocks.Count);
}
