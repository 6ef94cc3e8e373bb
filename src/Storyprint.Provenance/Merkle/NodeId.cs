namespace Storyprint.Provenance.Merkle;

/// <summary>
/// The place of a stored hash: the root of the complete subtree over the leaves
/// <c>Index·2^Level</c> up to, not including, <c>(Index+1)·2^Level</c>. Level 0 is the leaves themselves.
/// A stored hash never changes, which is why tiles of every width, for every size there ever was, can be computed from them.
/// </summary>
/// <param name="Level">0 to 62.</param>
/// <param name="Index">Position among the subtrees of this level, from 0.</param>
public readonly record struct NodeId(int Level, long Index);

/// <summary>A hash with the place where it is stored.</summary>
public readonly record struct StoredHash(NodeId Node, Sha256Hash Hash);
