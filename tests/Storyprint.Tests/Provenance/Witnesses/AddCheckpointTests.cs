using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Tests.Provenance.Witnesses;

public sealed class AddCheckpointTests
{
    private static readonly Sha256Hash[] Leaves = TestTree.Leaves(20);

    private static readonly SignedCheckpoint Signed = SignedCheckpoint.Sign(
        new Checkpoint { Origin = "news.example.org/log", Size = 20, Root = TestTree.RootByDefinition(Leaves) }, TestKeys.Log);

    [Fact]
    public async Task A_request_is_the_old_size_the_proof_and_the_checkpoint()
    {
        var proof = await ConsistencyProof.CreateAsync(TestTree.Store(Leaves), 13, 20, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(new AddCheckpointRequest(13, proof, Signed).ToBytes());
        Assert.Equal($"old 13\n{string.Concat(proof.Hashes.Select(hash => $"{hash}\n"))}\n{Encoding.UTF8.GetString(Signed.ToBytes())}", text);

        Assert.True(AddCheckpointRequest.TryParse(Encoding.UTF8.GetBytes(text), out var read, out var reason), reason);
        Assert.Equal(13, read.OldSize);
        Assert.True(read.Proof.Verify(13, TestTree.RootByDefinition(Leaves.AsSpan(0, 13)), 20, read.Checkpoint.Body.Root));
    }

    [Theory]
    [InlineData("old 0\n", "old 00\n")]
    [InlineData("old 0\n", "old -0\n")]
    [InlineData("old 0\n", "old 21\n")]
    [InlineData("old 0\n", "Old 0\n")]
    [InlineData("old 0\n", "")]
    [InlineData("old 0\n", "old 0\nAAAA\n")]
    [InlineData("old 0\n\n", "old 0\n")]
    [InlineData("old 0\n", "old 0\r\n")]
    public void A_malformed_request_is_refused(string good, string bad)
    {
        var text = Encoding.UTF8.GetString(new AddCheckpointRequest(0, new ConsistencyProof([]), Signed).ToBytes());
        Assert.False(AddCheckpointRequest.TryParse(Encoding.UTF8.GetBytes(text.Replace(good, bad, StringComparison.Ordinal)), out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void More_than_63_proof_lines_are_refused(int count, bool expected)
    {
        var request = new AddCheckpointRequest(1, new ConsistencyProof([.. Enumerable.Repeat(Leaves[0], count)]), Signed);
        Assert.Equal(expected, AddCheckpointRequest.TryParse(request.ToBytes(), out _, out _));
    }

    [Fact]
    public void An_answer_with_cosignatures_is_read_and_verified()
    {
        var line = Cosignature.Create(TestKeys.Witness, Signed, 1679315147);
        var answer = Read(200, $"{line}\n— unknown.example/w AAAAAAA=\n");
        Assert.Equal(1679315147, Assert.Single(Assert.IsType<AddCheckpointResponse.Cosigned>(answer).Cosignatures).Time);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "— unknown.example/w AAAAAAA=\n")]
    [InlineData(200, "something\n")]
    [InlineData(409, "")]
    [InlineData(409, "12")]
    [InlineData(409, "012\n")]
    [InlineData(409, "12\n13\n")]
    [InlineData(400, "")]
    [InlineData(500, "")]
    public void An_answer_that_says_nothing_usable_is_called_so(int status, string body) =>
        Assert.Equal(status, Assert.IsType<AddCheckpointResponse.Unusable>(Read(status, body)).Status);

    [Fact]
    public void A_cosignature_of_something_else_or_without_a_time_is_not_used()
    {
        var other = SignedCheckpoint.Sign(Signed.Body with { Size = 21 }, TestKeys.Log);
        Assert.IsType<AddCheckpointResponse.Unusable>(Read(200, $"{Cosignature.Create(TestKeys.Witness, other, 1679315147)}\n"));
        Assert.IsType<AddCheckpointResponse.Unusable>(Read(200, $"{Cosignature.Create(TestKeys.Witness, Signed, 0)}\n"));
    }

    [Fact]
    public void The_other_answers_say_what_to_do_next()
    {
        Assert.Equal(new AddCheckpointResponse.SawOtherSize(12), Read(409, "12\n"));
        Assert.IsType<AddCheckpointResponse.UnknownLog>(Read(404, "unknown log\n"));
        Assert.IsType<AddCheckpointResponse.SignatureRefused>(Read(403, ""));
        Assert.IsType<AddCheckpointResponse.Contradicted>(Read(422, ""));
    }

    private static AddCheckpointResponse Read(int status, string body) => AddCheckpointResponse.Read(status, Encoding.UTF8.GetBytes(body), Signed, TestKeys.Witness.Verifier);
}
