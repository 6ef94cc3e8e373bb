using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using NSec.Cryptography;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Provenance.Notes;

/// <summary>
/// A private key with its name, in the format of golang.org/x/mod/sumdb/note: <c>PRIVATE+KEY+NAME+ID+BASE64</c>, where the base64 is the type and the seed of
/// 32 bytes. While in use the key is in libsodium's guarded memory.
/// </summary>
public sealed class SignerKey : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";
    private readonly Key key;

    private SignerKey(string name, NoteAlgorithm algorithm, ReadOnlySpan<byte> seed)
    {
        key = Ed25519.KeyOf(seed);
        Verifier = VerifierKey.Create(name, algorithm, Ed25519.PublicKeyOf(key));
    }

    /// <summary>The public half.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>The key that belongs to a seed of 32 bytes, which the caller draws from a secure source.</summary>
    /// <exception cref="ArgumentException">The seed has not 32 bytes, or the name cannot be a key's name.</exception>
    public static SignerKey FromSeed(string name, NoteAlgorithm algorithm, ReadOnlySpan<byte> seed)
    {
        if (seed.Length != Ed25519.SeedLength || !KeyName.IsValid(name))
        {
            throw new ArgumentException($"A signer key needs a name and a seed of {Ed25519.SeedLength} bytes.", nameof(seed));
        }

        return new SignerKey(name, algorithm, seed);
    }

    /// <summary>Parses a signer key. The reason on failure never repeats any of the text, which is secret.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SignerKey? signer, [NotNullWhen(false)] out string? reason)
    {
        signer = null;
        reason = "A signer key has the form PRIVATE+KEY+NAME+ID+KEY.";
        if (text is not { Length: <= 1024 } || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || text[Prefix.Length..].Split('+', 3) is not [var name, var id, var encoded]
            || !KeyName.IsValid(name) || !StrictBase64.TryDecode(encoded, out var bytes))
        {
            return false;
        }

        if (bytes.Length != 1 + Ed25519.SeedLength || (NoteAlgorithm)bytes[0] is not (NoteAlgorithm.Ed25519 or NoteAlgorithm.Cosignature))
        {
            reason = "The signer key is not an Ed25519 seed of 32 bytes.";
            return false;
        }

        var read = new SignerKey(name, (NoteAlgorithm)bytes[0], bytes.AsSpan(1));
        CryptographicOperations.ZeroMemory(bytes);
        if (id != $"{read.Verifier.Id:x8}")
        {
            read.Dispose();
            reason = "The signer key's id does not belong to its name and key.";
            return false;
        }

        (signer, reason) = (read, null);
        return true;
    }

    /// <summary>The key as text, for its file. Only on request: <c>ToString</c> gives the public half.</summary>
    /// <remarks>The key does not reveal its seed: whoever created the key from a seed formats it from the same seed.</remarks>
    /// <exception cref="ArgumentException">As for <see cref="FromSeed"/>.</exception>
    public static string Format(string name, NoteAlgorithm algorithm, ReadOnlySpan<byte> seed)
    {
        using var signer = FromSeed(name, algorithm, seed);
        return $"{Prefix}{name}+{signer.Verifier.Id:x8}+{Convert.ToBase64String([(byte)algorithm, .. seed])}";
    }

    /// <summary>The signature line of a note's text. Ed25519 is deterministic: the same text gives the same line.</summary>
    /// <param name="text">The note's text with its final newline.</param>
    /// <exception cref="InvalidOperationException">The key is a cosigner's, whose signatures include a time: use <c>Cosignature.Create</c>.</exception>
    public NoteSignature SignNote(ReadOnlySpan<byte> text) =>
        Verifier.Algorithm == NoteAlgorithm.Ed25519
            ? new NoteSignature(Verifier.Name, Verifier.Id, Sign(text))
            : throw new InvalidOperationException("A cosigner's key signs checkpoints with a time.");

    /// <summary>64 bytes of Ed25519 over the message as it is.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> message) => Ed25519.Sign(key, message);

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    /// <summary>The public half, so that a key written to a log file by mistake reveals nothing.</summary>
    public override string ToString() => Verifier.ToString();
}
