using CsCheck;
using Storyprint.Provenance.Merkle;

namespace Storyprint.Tests.Provenance.Merkle;

public sealed class ProofTests
{
    private const int Largest = 130;
    private static readonly Sha256Hash[] Leaves = TestTree.Leaves(Largest);
    private static readonly StoredHashes Store = TestTree.Store(Leaves);
    private static readonly Sha256Hash[] Roots = [.. Enumerable.Range(0, Largest + 1).Select(size => TestTree.RootByDefinition(Leaves.AsSpan(0, size)))];

    [Fact]
    public void Every_leaf_of_every_size_has_a_proof_that_holds()
    {
        for (var size = 1; size <= Largest; size++)
        {
            for (var index = 0; index < size; index++)
            {
                Assert.True(Inclusion(index, size).Verify(Leaves[index], index, size, Roots[size]), $"{index} of {size}");
            }
        }
    }

    [Fact]
    public void Every_size_is_proved_to_begin_with_every_smaller_one()
    {
        for (var size = 0; size <= Largest; size++)
        {
            for (var old = 0; old <= size; old++)
            {
                Assert.True(Consistency(old, size).Verify(old, Roots[old], size, Roots[size]), $"{old} to {size}");
            }
        }
    }

    [Fact]
    public void An_inclusion_proof_with_anything_changed_is_refused() =>
        Gen.Select(Gen.Int[1, Largest], Gen.Int[0, Largest], Gen.Int[0, 1000], Gen.Int[0, 255]).Sample((size, at, which, bit) =>
        {
            var index = at % size;
            var proof = Inclusion(index, size);
            Assert.False(proof.Verify(Flip(Leaves[index], bit), index, size, Roots[size]));
            Assert.False(proof.Verify(Leaves[index], index, size, Flip(Roots[size], bit)));
            Assert.False(proof.Verify(Leaves[index], -1, size, Roots[size]));
            Assert.False(proof.Verify(Leaves[index], size, size, Roots[size]));
            Assert.False(proof.Verify(Leaves[index], (index + 1) % (size + 1), size, Roots[size]));
            foreach (var changed in Changes(proof.Hashes, which, bit))
            {
                Assert.False(new InclusionProof(changed).Verify(Leaves[index], index, size, Roots[size]));
            }
        });

    [Fact]
    public void A_consistency_proof_with_anything_changed_is_refused() =>
        Gen.Select(Gen.Int[1, Largest], Gen.Int[0, Largest], Gen.Int[0, 1000], Gen.Int[0, 255]).Sample((size, at, which, bit) =>
        {
            var old = at % (size + 1);
            var proof = Consistency(old, size);
            Assert.False(proof.Verify(old, Flip(Roots[old], bit), size, Roots[size]));
            Assert.True(old == 0 || !proof.Verify(old, Roots[old], size, Flip(Roots[size], bit)));
            Assert.False(proof.Verify(-1, Roots[old], size, Roots[size]));
            Assert.False(proof.Verify(size + 1, Roots[old], size, Roots[size]));
            foreach (var changed in Changes(proof.Hashes, which, bit))
            {
                Assert.False(new ConsistencyProof(changed).Verify(old, Roots[old], size, Roots[size]));
            }
        });

    [Fact]
    public void A_proof_that_stops_below_the_root_is_refused_even_where_the_hashes_are_equal()
    {
        // A liar may offer the root as a leaf, or one root for two sizes: then only the number of steps tells.
        Assert.False(new InclusionProof([]).Verify(Roots[5], 0, 5, Roots[5]));
        Assert.False(new InclusionProof([Roots[4]]).Verify(Leaves[4], 4, 6, Roots[5]));
        Assert.False(new ConsistencyProof([]).Verify(4, Roots[4], 8, Roots[4]));
    }

    [Fact]
    public async Task A_proof_for_a_leaf_that_is_not_there_is_not_made() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await InclusionProof.CreateAsync(Store, 7, 7, TestContext.Current.CancellationToken));

    private static InclusionProof Inclusion(int index, int size) => InclusionProof.CreateAsync(Store, index, size, CancellationToken.None).AsTask().Result;

    private static ConsistencyProof Consistency(int old, int size) => ConsistencyProof.CreateAsync(Store, old, size, CancellationToken.None).AsTask().Result;

    private static IEnumerable<Sha256Hash[]> Changes(IReadOnlyList<Sha256Hash> hashes, int which, int bit)
    {
        yield return [.. hashes, Leaves[0]];
        yield return [Leaves[0], .. hashes];
        if (hashes.Count > 0)
        {
            var at = which % hashes.Count;
            yield return [.. hashes.Take(at), .. hashes.Skip(at + 1)];
            yield return [.. hashes.Take(at), Flip(hashes[at], bit), .. hashes.Skip(at + 1)];
        }
    }

    private static Sha256Hash Flip(Sha256Hash hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new Sha256Hash(bytes);
    }
}
