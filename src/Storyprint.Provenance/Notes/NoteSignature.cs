using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Provenance.Notes;

/// <summary>One signature line of a note: em dash, key name, base64 of key id and signature.</summary>
/// <param name="name">The key's name.</param>
/// <param name="keyId">The key's id.</param>
/// <param name="signature">The bytes behind the id.</param>
public sealed class NoteSignature(string name, uint keyId, ReadOnlyMemory<byte> signature)
{
    private const string Dash = "— ";

    /// <summary>The name of the key that is said to have signed.</summary>
    public string Name { get; } = name;

    /// <summary>The id of that key.</summary>
    public uint KeyId { get; } = keyId;

    /// <summary>The bytes behind the id: 64 for Ed25519, 72 for a cosignature, others for types not known here.</summary>
    public ReadOnlyMemory<byte> Signature { get; } = signature;

    /// <summary>Whether the line claims to be by this key; nothing is verified.</summary>
    public bool ClaimsToBeBy(VerifierKey key) => key.Id == KeyId && key.Name == Name;

    /// <summary>Reads a line, without its newline. An unknown type of signature is no error.</summary>
    public static bool TryParse(string line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line[Dash.Length..].Split(' ') is not [var name, var encoded]
            || !KeyName.IsValid(name) || !StrictBase64.TryDecode(encoded, out var bytes) || bytes.Length < 5)
        {
            return false;
        }

        signature = new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4));
        return true;
    }

    /// <summary>The line, without its newline.</summary>
    public override string ToString()
    {
        Span<byte> id = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(id, KeyId);
        return $"{Dash}{Name} {Convert.ToBase64String([.. id, .. Signature.Span])}";
    }
}
