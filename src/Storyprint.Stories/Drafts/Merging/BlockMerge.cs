namespace Storyprint.Stories.Drafts.Merging;

/// <summary>Merges what a block holds itself: kind, texts, values and choices.</summary>
internal sealed class BlockMerge(MergeInput input, SplitGroups splits, Survivors survivors)
{
    /// <summary>The block without the blocks in it.</summary>
    public DraftBlock Of(BlockId id)
    {
        var (before, ours, theirs) = (input.Before.Block(id), input.Ours.Index.Block(id), input.Theirs.Index.Block(id));
        var block = ours is null || theirs is null ? (ours ?? theirs)! with { Removal = survivors.RemovalOf(id) ?? (ours ?? theirs)!.Removal } : Both(before, ours, theirs);
        if (splits.Texts.TryGetValue(id, out var text))
        {
            block = block with { Texts = text.IsEmpty ? block.Texts.Without(BlockShape.MainText) : block.Texts.With(BlockShape.MainText, text) };
        }

        return block with { Blocks = [] };
    }

    private DraftBlock Both(DraftBlock? before, DraftBlock ours, DraftBlock theirs)
    {
        if (before is null || !HasKeptColumn(before))
        {
            if (before is not null && theirs.HasOwn(before))
            {
                return WithoutLostColumns(ours);
            }

            if (ours.HasOwn(theirs) || (before is not null && ours.HasOwn(before)))
            {
                return WithoutLostColumns(theirs);
            }
        }

        var values = new ValueMerge(input.Ours.By, input.Theirs.By);
        var kind = values.Kind(before?.Kind, ours.Kind, theirs.Kind);
        var merged = values.Values(before?.Values, ours.Values, theirs.Values);
        return new DraftBlock
        {
            Id = ours.Id,
            Kind = kind,
            Origin = before?.Origin ?? (ours.Origin is { } own && theirs.Origin is { } foreign ? (own.CompareTo(foreign) < 0 ? own : foreign) : ours.Origin ?? theirs.Origin),
            Texts = Texts(before, ours, theirs, kind),
            Values = merged,
            Removal = ours.Removal == theirs.Removal || theirs.Removal == before?.Removal ? ours.Removal
                : ours.Removal == before?.Removal ? theirs.Removal
                : ours.Removal is { } mine && theirs.Removal is { } other ? EditStamp.Earlier(mine, other) : ours.Removal ?? theirs.Removal,
            Choices = values.Choices(before?.Choices ?? [], ours.Choices, theirs.Choices),
        };
    }

    private NamedValues<DraftText> Texts(DraftBlock? before, DraftBlock ours, DraftBlock theirs, BlockKind kind)
    {
        var shape = BlockShape.Of(kind);
        var texts = new List<KeyValuePair<string, DraftText>>();
        foreach (var name in ours.Texts.Names.Union(theirs.Texts.Names).Union(before is not null && shape.HasCells ? before.Texts.Names : []).Order(StringComparer.Ordinal))
        {
            if (name == BlockShape.MainText && splits.Texts.ContainsKey(ours.Id))
            {
                continue;
            }

            var old = before?.Texts[name];
            var (own, foreign) = (ours.Texts[name], theirs.Texts[name]);
            if (shape.HasCells)
            {
                // Who removed a column changed no cell of it.
                own = IsColumnGone(input.Ours, name) ? old : own;
                foreign = IsColumnGone(input.Theirs, name) ? old : foreign;
                if (!IsColumnKept(name))
                {
                    continue;
                }
            }

            var text = TextSlots.Merge(input, before is null ? null : old ?? DraftText.Empty, own ?? DraftText.Empty, foreign ?? DraftText.Empty);
            var isThere = old is not null == own is not null ? foreign is not null : own is not null;
            if (!text.IsEmpty || (isThere && shape.TextOf(name)?.KeepsEmpty == true))
            {
                texts.Add(new(name, text));
            }
        }

        return NamedValues.From(texts);
    }

    private DraftBlock WithoutLostColumns(DraftBlock block) => !BlockShape.Of(block.Kind).HasCells || block.Texts.Names.All(IsColumnKept)
        ? block : block with { Texts = NamedValues.From(block.Texts.Pairs.Where(cell => IsColumnKept(cell.Key))) };

    // A column that one removed and that stays: its cells are all there still.
    private bool HasKeptColumn(DraftBlock before) => BlockShape.Of(before.Kind).HasCells
        && before.Texts.Names.Any(name => (IsColumnGone(input.Ours, name) || IsColumnGone(input.Theirs, name)) && IsColumnKept(name));

    private bool IsColumnGone(DraftSide side, string name) => BlockId.TryParse(name, out var column) && input.Before.Has(column) && !side.Index.Has(column);

    private bool IsColumnKept(string name) => !BlockId.TryParse(name, out var column) || !input.IsTaken(column) || survivors.Has(column);
}
