using Storyprint.Provenance.Merkle;

namespace Storyprint.Provenance.Commitments;

/// <summary>
/// The log's substitute for a text: SHA-256 of <c>storyprint/commitment/v1</c>, a newline, the salt and the text's digest. It binds the log to the text while
/// text and salt exist, and reveals nothing once they are erased.
/// </summary>
/// <param name="Value">The 32 bytes.</param>
public readonly record struct Commitment(Sha256Hash Value)
{
    /// <summary>The commitment to a text with this digest, under this salt.</summary>
    public static Commitment To(TextDigest digest, Salt salt) =>
        new(Sha256Hash.HashData([.. "storyprint/commitment/v1\n"u8, .. salt.ToArray(), .. digest.Value.ToArray()]));

    /// <summary>64 lower-case hexadecimal digits, as in entries.</summary>
    public override string ToString() => Value.ToHex();
}
