using System.Text;
using Storyprint.Provenance.Merkle;

namespace Storyprint.Tests.Provenance;

/// <summary>Trees of made-up entries, and the root straight from the definition in RFC 6962.</summary>
internal static class TestTree
{
    public static byte[] Entry(long index) => Encoding.ASCII.GetBytes($"entry {index}\n");

    public static Sha256Hash[] Leaves(int size) => [.. Enumerable.Range(0, size).Select(index => MerkleHashing.Leaf(Entry(index)))];

    public static StoredHashes Store(ReadOnlySpan<Sha256Hash> leaves)
    {
        var store = new StoredHashes();
        foreach (var stored in new TreeBuilder().Append(leaves))
        {
            store.Add(stored);
        }

        return store;
    }

    public static Sha256Hash RootByDefinition(ReadOnlySpan<Sha256Hash> leaves)
    {
        if (leaves.Length < 2)
        {
            return leaves.IsEmpty ? MerkleHashing.EmptyRoot : leaves[0];
        }

        var split = 1;
        while (split * 2 < leaves.Length)
        {
            split *= 2;
        }

        return MerkleHashing.Node(RootByDefinition(leaves[..split]), RootByDefinition(leaves[split..]));
    }
}
