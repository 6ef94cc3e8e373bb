using Storyprint.Provenance.Merkle;

namespace Storyprint.Provenance.Commitments;

/// <summary>SHA-256 of a revision's canonical text. The seal has its first half; the log never contains it.</summary>
/// <param name="Value">The 32 bytes.</param>
public readonly record struct TextDigest(Sha256Hash Value)
{
    /// <summary>The digest of a canonical text, which is not normalised here.</summary>
    public static TextDigest Compute(ReadOnlySpan<byte> canonicalText) => new(Sha256Hash.HashData(canonicalText));

    /// <summary>The part of the digest that fits a seal.</summary>
    public DigestPrefix Prefix => new(Value.ToArray().AsSpan(0, DigestPrefix.Length));

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToHex();
}
