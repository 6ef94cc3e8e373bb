namespace Storyprint.Provenance.Entries;

/// <summary>An entry of a type that this version does not know. It is hashed and kept like any other.</summary>
public sealed record UnknownEntry : LogEntry
{
    private readonly byte[] bytes;

    /// <summary>Keeps a copy of the bytes.</summary>
    internal UnknownEntry(ReadOnlySpan<byte> bytes) => this.bytes = bytes.ToArray();

    /// <summary>The first line, if it is ASCII: the claimed type of the entry.</summary>
    public string? Kind => EntryLines.TrySplit(bytes, out var lines) ? lines[0] : null;

    /// <inheritdoc/>
    public override DateTimeOffset? Time => null;

    /// <inheritdoc/>
    public override byte[] ToBytes() => [.. bytes];

    /// <inheritdoc/>
    public bool Equals(UnknownEntry? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    /// <inheritdoc/>
    public override int GetHashCode() => LeafHash().GetHashCode();
}
