using Storyprint.Provenance.Merkle;

namespace Storyprint.Tests.Provenance.Merkle;

public sealed class HashReaderTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(100, 37)]
    [InlineData(256, 255)]
    [InlineData(1000, 999)]
    public async Task A_proof_asks_the_store_once_and_only_for_places_the_tree_has(int size, long index)
    {
        var reader = new CountingReader(TestTree.Store(TestTree.Leaves(size)), size);
        await InclusionProof.CreateAsync(reader, index, size, TestContext.Current.CancellationToken);
        Assert.InRange(reader.Reads, 0, 1);
        await ConsistencyProof.CreateAsync(reader, index, size, TestContext.Current.CancellationToken);
        Assert.InRange(reader.Reads, 0, 2);
    }

    [Fact]
    public async Task A_store_that_lacks_a_hash_is_an_error_and_no_proof() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await InclusionProof.CreateAsync(new StoredHashes(), 0, 2, TestContext.Current.CancellationToken));

    private sealed class CountingReader(IHashReader inner, long size) : IHashReader
    {
        public int Reads { get; private set; }

        public ValueTask<IReadOnlyList<Sha256Hash>> ReadAsync(IReadOnlyList<NodeId> nodes, CancellationToken cancellation)
        {
            Reads++;
            Assert.All(nodes, node => Assert.InRange((node.Index + 1) << node.Level, 1, size));
            return inner.ReadAsync(nodes, cancellation);
        }
    }
}
