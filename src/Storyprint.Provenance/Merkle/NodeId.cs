namespace Storyprint.Provenance.Merkle;

/// <summary>
/// The id of a stored hash: the root of the complete subtree over the leaves <c>Index·2^Level</c> up to, not including, <c>(Index+1)·2^Level</c>. Level 0 are
/// the leaves. A stored hash never changes, so tiles of every width and of every earlier size can be computed from them.
/// </summary>
/// <param name="Level">0 to 62.</param>
/// <param name="Index">Position among the subtrees of this level, from 0.</param>
public readonly record struct NodeId(int Level, long Index);

/// <summary>A stored hash with its id.</summary>
public readonly record struct StoredHash(NodeId Node, Sha256Hash Hash);
