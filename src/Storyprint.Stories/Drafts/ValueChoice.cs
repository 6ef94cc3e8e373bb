namespace Storyprint.Stories.Drafts;

/// <summary>A value that two people changed differently. The block holds the first meanwhile; the choice is settled by removing it.</summary>
/// <param name="Name">The value's name, or <see cref="Kind"/>.</param>
public sealed record ValueChoice(string Name, IReadOnlyList<ValueOption> Options)
{
    /// <summary>The name of a choice between kinds of block.</summary>
    public const string Kind = "kind";

    public bool Equals(ValueChoice? other) => other is not null && Name == other.Name && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => HashCode.Combine(Name, Options.Count);
}

/// <param name="Value">Null where it was taken out.</param>
public sealed record ValueOption(string? Value, EditStamp By);
