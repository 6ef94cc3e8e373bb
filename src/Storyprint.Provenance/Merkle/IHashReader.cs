namespace Storyprint.Provenance.Merkle;

/// <summary>
/// Reads stored hashes: from the database, from memory or from tiles. Many at once, because a database answers forty
/// places in one question as fast as one.
/// </summary>
public interface IHashReader
{
    /// <summary>The hashes at these places, in the same order and number.</summary>
    /// <remarks>
    /// Only places that a tree of the size in question has are asked for. One that is missing is a broken store, not an
    /// answer: throw.
    /// </remarks>
    ValueTask<IReadOnlyList<Sha256Hash>> ReadAsync(IReadOnlyList<NodeId> nodes, CancellationToken cancellation);
}
