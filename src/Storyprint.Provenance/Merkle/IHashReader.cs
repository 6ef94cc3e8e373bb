namespace Storyprint.Provenance.Merkle;

/// <summary>Reads stored hashes from a database, from memory or from tiles. Many at once, because a database returns forty as fast as one.</summary>
public interface IHashReader
{
    /// <summary>The hashes with these ids, in the same order and number.</summary>
    /// <remarks>Only ids that exist in a tree of the given size are requested. A missing one means a broken store: throw.</remarks>
    ValueTask<IReadOnlyList<Sha256Hash>> ReadAsync(IReadOnlyList<NodeId> nodes, CancellationToken cancellation);
}
