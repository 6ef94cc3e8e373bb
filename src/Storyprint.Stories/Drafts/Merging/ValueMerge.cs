namespace Storyprint.Stories.Drafts.Merging;

/// <summary>Merges the values of a block; those that both changed differently become choices.</summary>
internal sealed class ValueMerge(EditStamp oursBy, EditStamp theirsBy)
{
    private readonly List<(string Name, string? Ours, string? Theirs)> conflicts = [];

    public BlockKind Kind(BlockKind? before, BlockKind ours, BlockKind theirs) =>
        BlockShape.KindNamed(One(ValueChoice.Kind, before is { } known ? Name(known) : null, Name(ours), Name(theirs)))!.Value;

    public NamedValues<string> Values(NamedValues<string>? before, NamedValues<string> ours, NamedValues<string> theirs) => NamedValues.From(
        ours.Names.Union(theirs.Names).Order(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name, One(name, before?[name], ours[name], theirs[name])!)).Where(pair => pair.Value is not null));

    /// <summary>The choices of both sides with those that this merge opened. A choice that one side settled is settled.</summary>
    public IReadOnlyList<ValueChoice> Choices(IReadOnlyList<ValueChoice> before, IReadOnlyList<ValueChoice> ours, IReadOnlyList<ValueChoice> theirs)
    {
        var names = ours.Concat(theirs).Select(choice => choice.Name).Concat(conflicts.Select(conflict => conflict.Name)).Distinct().Order(StringComparer.Ordinal);
        return [.. names.Select(name => Choice(name, Named(before, name), Named(ours, name), Named(theirs, name))).OfType<ValueChoice>()];
    }

    private ValueChoice? Choice(string name, ValueChoice? before, ValueChoice? ours, ValueChoice? theirs)
    {
        var conflict = conflicts.Find(found => found.Name == name);
        if (conflict.Name is null)
        {
            if (Equals(ours, theirs) || Equals(theirs, before))
            {
                return ours;
            }

            if (Equals(ours, before))
            {
                return theirs;
            }
        }

        List<ValueOption> options =
        [
            .. ours?.Options ?? (conflict.Name is null ? [] : [new ValueOption(conflict.Ours, oursBy)]),
            .. theirs?.Options ?? (conflict.Name is null ? [] : [new ValueOption(conflict.Theirs, theirsBy)]),
        ];
        var each = options.GroupBy(option => option.Value).Select(same => same.Aggregate((one, other) => one with { By = EditStamp.Earlier(one.By, other.By) }))
            .OrderBy(option => option.Value, StringComparer.Ordinal).ToList();
        return each.Count > 1 ? new ValueChoice(name, each) : null;
    }

    private string? One(string name, string? before, string? ours, string? theirs)
    {
        if (ours == theirs || theirs == before)
        {
            return ours;
        }

        if (ours == before)
        {
            return theirs;
        }

        conflicts.Add((name, ours, theirs));
        return ours is null ? theirs : theirs is null || string.CompareOrdinal(ours, theirs) < 0 ? ours : theirs;
    }

    private static string Name(BlockKind kind) => BlockShape.Of(kind).Name;

    private static ValueChoice? Named(IReadOnlyList<ValueChoice> choices, string name) => choices.FirstOrDefault(choice => choice.Name == name);
}
