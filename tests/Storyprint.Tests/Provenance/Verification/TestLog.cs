using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Tiles;
using Storyprint.Provenance.Verification;

namespace Storyprint.Tests.Provenance.Verification;

/// <summary>A whole log as the files it serves.</summary>
internal sealed class TestLog : ILogSource
{
    private TestLog(Dictionary<string, byte[]> files) => Files = files;

    public Dictionary<string, byte[]> Files { get; }

    /// <summary>A log of made-up entries, one of which may be another than usual.</summary>
    public static TestLog Of(int size, long? edited = null, SignerKey? signer = null)
    {
        ReadOnlyMemory<byte>[] entries = [.. Enumerable.Range(0, size).Select(index => (ReadOnlyMemory<byte>)TestTree.Entry(index == edited ? -index : index))];
        var leaves = MerkleHashing.Leaves(entries);
        var store = TestTree.Store(leaves);
        var files = TileSet.Entries(size).ToDictionary(
            tile => tile.ToString(),
            tile => EntryBundle.ToBytes(entries.AsSpan((int)tile.Index * TilePath.FullWidth, tile.Width).ToArray()));
        foreach (var tile in TileSet.Hashes(size))
        {
            files[tile.ToString()] = HashTile.CreateAsync(store, tile, CancellationToken.None).AsTask().Result;
        }

        var root = MerkleTree.RootAsync(store, size, CancellationToken.None).AsTask().Result;
        files["checkpoint"] = SignedCheckpoint.Sign(new Checkpoint { Origin = "news.example.org/log", Size = size, Root = root }, signer ?? TestKeys.Log).ToBytes();
        return new TestLog(files);
    }

    /// <summary>The same files, for a test to damage.</summary>
    public TestLog Copy() => new(Files.ToDictionary(file => file.Key, file => file.Value.ToArray()));

    public ValueTask<byte[]?> ReadAsync(string path, CancellationToken cancellation) =>
        ValueTask.FromResult(Files.GetValueOrDefault(path));
}
