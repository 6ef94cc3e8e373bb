using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Provenance.Notes;

/// <summary>
/// A public key with its name, written as a vkey (signed-note, "Verifier keys"):
/// <c>NAME+ID+BASE64</c>, the id in 8 lower-case hexadecimal digits.
/// </summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    private const int MaxLength = 1024;
    private readonly byte[] publicKey;

    private VerifierKey(string name, NoteAlgorithm algorithm, byte[] publicKey)
    {
        (Name, Algorithm, this.publicKey) = (name, algorithm, publicKey);
        Id = KeyName.IdOf(name, algorithm, publicKey);
    }

    /// <summary>For a log its origin, for a seal key <c>PUBLISHER/seal</c>, for a witness the name its operator chose.</summary>
    public string Name { get; }

    /// <summary>What kind of signature the key makes.</summary>
    public NoteAlgorithm Algorithm { get; }

    /// <summary>Distinguishes keys of the same name. It is short: it identifies, and proves nothing.</summary>
    public uint Id { get; }

    /// <summary>The 32 bytes of the Ed25519 key (RFC 8032).</summary>
    public ReadOnlySpan<byte> PublicKey => publicKey;

    /// <summary>Names a public key of 32 bytes.</summary>
    /// <exception cref="ArgumentException">The name is empty or has a space or a plus sign, or the key has not 32 bytes.</exception>
    public static VerifierKey Create(string name, NoteAlgorithm algorithm, ReadOnlySpan<byte> publicKey)
    {
        if (!KeyName.IsValid(name) || !Enum.IsDefined(algorithm) || publicKey.Length != Ed25519.PublicKeyLength)
        {
            throw new ArgumentException($"'{name}' with {publicKey.Length} bytes is not a verifier key.", nameof(name));
        }

        return new VerifierKey(name, algorithm, publicKey.ToArray());
    }

    /// <summary>Reads a vkey. False, with a reason, where it is malformed, of another type, or its id does not belong to its key.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out VerifierKey? key, [NotNullWhen(false)] out string? reason)
    {
        key = null;
        reason = "A verifier key has the form NAME+ID+KEY.";
        if (text is not { Length: <= MaxLength } || text.Split('+', 3) is not [var name, var id, var encoded]
            || !KeyName.IsValid(name) || !StrictBase64.TryDecode(encoded, out var bytes) || bytes.Length == 0)
        {
            return false;
        }

        if ((NoteAlgorithm)bytes[0] is not (NoteAlgorithm.Ed25519 or NoteAlgorithm.Cosignature))
        {
            reason = $"Keys of type 0x{bytes[0]:x2} are not supported.";
            return false;
        }

        if (bytes.Length != 1 + Ed25519.PublicKeyLength)
        {
            reason = "An Ed25519 key has 32 bytes.";
            return false;
        }

        var read = new VerifierKey(name, (NoteAlgorithm)bytes[0], bytes[1..]);
        if (id != $"{read.Id:x8}")
        {
            reason = $"The key's id is {read.Id:x8}, not {id}.";
            return false;
        }

        (key, reason) = (read, null);
        return true;
    }

    /// <summary>Parses a vkey that is known to be valid.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static VerifierKey Parse(string text) => TryParse(text, out var key, out var reason) ? key : throw new FormatException(reason);

    /// <summary>Whether the bytes after the key id of a signature line are this key's signature of a note's text.</summary>
    /// <param name="text">The note's text with its final newline.</param>
    /// <param name="signature">64 bytes; for a cosignature 72, the time first.</param>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        if (Algorithm == NoteAlgorithm.Ed25519)
        {
            return Ed25519.Verify(publicKey, text, signature);
        }

        return signature.Length == 8 + Ed25519.SignatureLength
            && BinaryPrimitives.ReadInt64BigEndian(signature) is >= 0 and var time
            && Ed25519.Verify(publicKey, CosignedMessage.Create(time, text), signature[8..]);
    }

    /// <inheritdoc/>
    public bool Equals(VerifierKey? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Id);

    /// <summary>The vkey.</summary>
    public override string ToString() => $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Algorithm, .. publicKey])}";
}
