using System.Security.Cryptography;
using System.Text;
using Storyprint.Provenance.Notes;

namespace Storyprint.Tests.Provenance;

/// <summary>Keys for tests: the seed is the SHA-256 of "test seed NAME", as in the worked example.</summary>
internal static class TestKeys
{
    public static SignerKey Log { get; } = Create("news.example.org/log");

    public static SignerKey Seal { get; } = Create("news.example.org/seal");

    public static SignerKey Witness { get; } = Create("witness.example.org/w1", NoteAlgorithm.Cosignature);

    public static SignerKey Create(string name, NoteAlgorithm algorithm = NoteAlgorithm.Ed25519, string? seed = null) =>
        SignerKey.FromSeed(name, algorithm, SHA256.HashData(Encoding.UTF8.GetBytes($"test seed {seed ?? name}")));
}
