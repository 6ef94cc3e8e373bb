namespace Storyprint.Provenance.Merkle;

/// <summary>Stored hashes in memory, a list a level. Filled by a <see cref="TreeBuilder"/> or from a store, level by level in order.</summary>
public sealed class StoredHashes : IHashReader
{
    private readonly List<List<Sha256Hash>> levels = [];

    /// <summary>The number of hashes on all levels.</summary>
    public int Count => levels.Sum(level => level.Count);

    /// <summary>The number of leaves.</summary>
    public long Size => levels.Count == 0 ? 0 : levels[0].Count;

    /// <summary>The hash with an id that is present.</summary>
    public Sha256Hash this[NodeId node] => levels[node.Level][checked((int)node.Index)];

    /// <summary>Adds a hash. On every level they must come in order, without gaps.</summary>
    /// <exception cref="ArgumentException">The id is not the next one of its level.</exception>
    public void Add(StoredHash stored)
    {
        while (levels.Count <= stored.Node.Level)
        {
            levels.Add([]);
        }

        var level = levels[stored.Node.Level];
        if (level.Count != stored.Node.Index)
        {
            throw new ArgumentException($"The next place on level {stored.Node.Level} is {level.Count}, not {stored.Node.Index}.", nameof(stored));
        }

        level.Add(stored.Hash);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Sha256Hash>> ReadAsync(IReadOnlyList<NodeId> nodes, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<Sha256Hash>>([.. nodes.Select(node => this[node])]);
}
