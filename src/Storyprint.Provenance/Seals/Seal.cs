using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Encodings;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Seals;

/// <summary>
/// The signed data in a page's QR code: 85 bytes that bind code, revision, time and text digest to the publisher's key. Publisher, code and revision are signed
/// but not contained: the first comes from the key, the others from the link.
/// </summary>
public sealed class Seal
{
    /// <summary>Bytes in a seal: 1 (version and key ordinal), 4 (time), 16 (digest), 64 (signature).</summary>
    public const int Length = 85;

    /// <summary>Characters of a seal in base32: 136.</summary>
    public const int TextLength = 136;

    /// <summary>The highest key ordinal that the five bits hold: 31.</summary>
    public const int MaxKeyOrdinal = 31;

    private readonly byte[] bytes;

    private Seal(byte[] bytes) => this.bytes = bytes;

    /// <summary>Which of the publisher's keys to try first, 0 to 31. Not signed: only a hint.</summary>
    public int KeyOrdinal => bytes[0] & 31;

    /// <summary>When the revision was released, to the second.</summary>
    public DateTimeOffset IssuedAt => DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)));

    /// <summary>The first half of the digest of the revision's text.</summary>
    public DigestPrefix Digest => new(bytes.AsSpan(5, DigestPrefix.Length));

    /// <summary>Ed25519 over the seal's message, 64 bytes.</summary>
    public ReadOnlySpan<byte> Signature => bytes.AsSpan(21);

    /// <summary>Seals a revision. The same input gives the same seal, so a second print has the same mark.</summary>
    /// <param name="signer">The publisher's seal key, named <c>PUBLISHER/seal</c>.</param>
    /// <param name="keyOrdinal">Its ordinal in the key list, 0 to 31.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="issuedAt">When it was released; parts of a second are dropped. From 1970 to 2106-02-07.</param>
    /// <param name="digest">Of its canonical text.</param>
    /// <exception cref="ArgumentException">The key is no seal key, or ordinal or time do not fit.</exception>
    public static Seal Sign(SignerKey signer, int keyOrdinal, RevisionName revision, DateTimeOffset issuedAt, DigestPrefix digest)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keyOrdinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keyOrdinal, MaxKeyOrdinal);
        var time = issuedAt.ToUnixTimeSeconds();
        if (time is < 0 or > uint.MaxValue || !TryGetPublisher(signer.Verifier, out var publisher))
        {
            throw new ArgumentException($"{signer.Verifier.Name} cannot seal a revision of {issuedAt:O}.", nameof(signer));
        }

        var bytes = new byte[Length];
        bytes[0] = (byte)keyOrdinal;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), (uint)time);
        digest.CopyTo(bytes.AsSpan(5));
        signer.Sign(new Seal(bytes).Message(publisher, revision)).CopyTo(bytes, 21);
        return new Seal(bytes);
    }

    /// <summary>Parses the payload of a link: 136 characters of base32, in any case, with a single encoding of each seal.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Seal? seal)
    {
        seal = null;
        return text?.Length == TextLength && Base32.TryDecode(text, out var bytes) && TryRead(bytes, out seal);
    }

    /// <summary>Creates a seal from its 85 bytes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Seal? seal)
    {
        // The high three bits are the version; this is version 0.
        seal = bytes.Length == Length && bytes[0] >> 5 == 0 ? new Seal(bytes.ToArray()) : null;
        return seal is not null;
    }

    /// <summary>
    /// Whether this key sealed this revision. The reference for valid signatures is libsodium, through NSec. Whether the seal counts is decided by <see
    /// cref="KeyList.Judge"/>.
    /// </summary>
    public bool IsSignedBy(VerifierKey key, RevisionName revision) =>
        TryGetPublisher(key, out var publisher) && key.Verify(Message(publisher, revision), Signature);

    /// <summary>The 85 bytes in a new array.</summary>
    public byte[] ToBytes() => [.. bytes];

    /// <summary>Base32 in upper case without padding: 136 characters.</summary>
    public override string ToString() => Base32.Encode(bytes);

    internal static bool TryGetPublisher(VerifierKey key, [NotNullWhen(true)] out PublisherName? publisher)
    {
        publisher = null;
        const string End = "/seal";
        return key.Algorithm == NoteAlgorithm.Ed25519 && key.Name.EndsWith(End, StringComparison.Ordinal) && PublisherName.TryParse(key.Name[..^End.Length], out publisher);
    }

    private byte[] Message(PublisherName publisher, RevisionName revision) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"storyprint/seal/v1\n{publisher}\n{revision.Code}\n{revision.Number}\n{IssuedAt.ToUnixTimeSeconds()}\n{Digest}\n"));
}
