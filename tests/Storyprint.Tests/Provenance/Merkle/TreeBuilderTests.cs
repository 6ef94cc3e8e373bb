using CsCheck;
using Storyprint.Provenance.Merkle;

namespace Storyprint.Tests.Provenance.Merkle;

public sealed class TreeBuilderTests
{
    private static readonly Sha256Hash[] Leaves = TestTree.Leaves(1100);

    [Fact]
    public async Task Roots_of_all_sizes_come_out_of_the_hashes_stored_for_the_largest()
    {
        var store = TestTree.Store(Leaves.AsSpan(0, 300));
        for (var size = 0; size <= 300; size++)
        {
            Assert.Equal(TestTree.RootByDefinition(Leaves.AsSpan(0, size)), await MerkleTree.RootAsync(store, size, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void A_tree_resumed_anywhere_grows_like_one_that_never_stopped() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 100]).Sample((size, more) =>
        {
            var store = TestTree.Store(Leaves.AsSpan(0, size));
            var resumed = TreeBuilder.ResumeAsync(store, size, CancellationToken.None).AsTask().Result;
            foreach (var stored in resumed.Append(Leaves.AsSpan(size, more)))
            {
                store.Add(stored);
            }

            Assert.Equal(TestTree.RootByDefinition(Leaves.AsSpan(0, size + more)), resumed.Root());
            Assert.Equal(size + more, store.Size);
        });

    [Fact]
    public void A_leaf_gives_back_each_subtree_that_it_completes()
    {
        var grown = new TreeBuilder().Append(Leaves.AsSpan(0, 4));
        Assert.Equal(
            [new(0, 0), new(0, 1), new(1, 0), new(0, 2), new(0, 3), new(1, 1), new(2, 0)],
            grown.Select(stored => stored.Node));
        Assert.Equal(TestTree.RootByDefinition(Leaves.AsSpan(0, 4)), grown[^1].Hash);
    }

    [Fact]
    public void A_subtree_stands_only_at_a_multiple_of_its_size()
    {
        var tree = new TreeBuilder();
        tree.Append(Leaves[0]);
        Assert.Throws<InvalidOperationException>(() => tree.AppendSubtree(1, Leaves[1]));
    }

    [Fact]
    public void Many_entries_hashed_at_once_are_hashed_as_one_by_one()
    {
        ReadOnlyMemory<byte>[] entries = [.. Enumerable.Range(0, Leaves.Length).Select(index => (ReadOnlyMemory<byte>)TestTree.Entry(index))];
        Assert.Equal(Leaves, MerkleHashing.Leaves(entries));
        Assert.Empty(MerkleHashing.Leaves([]));
    }

    [Theory]
    [InlineData(510)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(65535)]
    public void Long_entries_are_hashed_like_short_ones(int length)
    {
        var entry = new byte[length];
        Random.Shared.NextBytes(entry);
        Assert.Equal(Sha256Hash.HashData([0, .. entry]), MerkleHashing.Leaf(entry));
    }
}
