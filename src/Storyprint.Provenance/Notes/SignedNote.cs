using System.Diagnostics.CodeAnalysis;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Provenance.Notes;

/// <summary>A text with signature lines (C2SP signed-note v1.0.0). Do not trust the text before <see cref="Verify"/>.</summary>
public sealed class SignedNote
{
    /// <summary>The maximum size of a note in bytes: room for a hundred post-quantum signatures.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>The maximum number of signature lines; the specification asks for at least 16.</summary>
    public const int MaxSignatures = 100;

    private SignedNote(ReadOnlyMemory<byte> text, IReadOnlyList<NoteSignature> signatures) => (Text, Signatures) = (text, signatures);

    /// <summary>The signed bytes: UTF-8, with the final newline, without the empty line behind it.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>The lines below, at least one, known or not.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Signs a text with one key or more.</summary>
    /// <exception cref="ArgumentException">The text is not one that a note can hold, or there is no signer.</exception>
    public static SignedNote Sign(ReadOnlySpan<byte> text, params IReadOnlyList<SignerKey> signers)
    {
        if (signers.Count == 0 || text.IsEmpty || text[^1] != (byte)'\n' || Problem(text) is not null)
        {
            throw new ArgumentException("A note is UTF-8 text without control characters, ending with a newline, and somebody signs it.", nameof(text));
        }

        var signatures = new List<NoteSignature>();
        foreach (var signer in signers)
        {
            signatures.Add(signer.SignNote(text));
        }

        return new SignedNote(text.ToArray(), signatures);
    }

    /// <summary>Reads a note. False, with a reason, where it is malformed or beyond the limits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedNote? note, [NotNullWhen(false)] out string? reason)
    {
        note = null;
        var split = bytes.LastIndexOf("\n\n"u8);
        reason = Problem(bytes) ?? (split < 0 ? "The note has no empty line before its signatures." : null);
        if (reason is not null)
        {
            return false;
        }

        if (!StrictUtf8.TryGetLines(bytes[(split + 2)..], out var lines) || lines.Length > MaxSignatures)
        {
            reason = $"The note has no signature lines, or more than {MaxSignatures}, or does not end with a newline.";
            return false;
        }

        var signatures = new List<NoteSignature>(lines.Length);
        foreach (var line in lines)
        {
            if (!NoteSignature.TryParse(line, out var signature))
            {
                reason = "A signature line is malformed.";
                return false;
            }

            signatures.Add(signature);
        }

        note = new SignedNote(bytes[..(split + 1)].ToArray(), signatures);
        return true;
    }

    /// <summary>
    /// Verifies every line that names a known key. Lines of other keys are ignored, even if only the name or only the id is that of a known key; one wrong line
    /// of a known key invalidates the note.
    /// </summary>
    public NoteVerdict Verify(params IReadOnlyCollection<VerifierKey> known)
    {
        var verified = new List<VerifiedSignature>();
        foreach (var signature in Signatures)
        {
            var claimed = known.Where(signature.ClaimsToBeBy).ToList();
            var key = claimed.Find(candidate => candidate.Verify(Text.Span, signature.Signature.Span));
            if (key is not null)
            {
                verified.Add(new VerifiedSignature(key, signature));
            }
            else if (claimed.Count > 0)
            {
                return new NoteVerdict.WrongSignature(claimed[0]);
            }
        }

        return verified.Count > 0 ? new NoteVerdict.Verified(verified) : new NoteVerdict.NoKnownSignature();
    }

    /// <summary>The same text with more lines. A line replaces an older one of the same key.</summary>
    public SignedNote With(params IReadOnlyCollection<NoteSignature> added) =>
        new(Text, [.. Signatures.Where(line => !added.Any(other => other.KeyId == line.KeyId && other.Name == line.Name)), .. added]);

    /// <summary>The note as it is served.</summary>
    public byte[] ToBytes() =>
        [.. Text.Span, (byte)'\n', .. StrictUtf8.GetBytes(string.Concat(Signatures.Select(signature => $"{signature}\n")))];

    private static string? Problem(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLength)
        {
            return $"The note is longer than {MaxLength} bytes.";
        }

        if (bytes.ContainsAnyInRange((byte)0, (byte)9) || bytes.ContainsAnyInRange((byte)11, (byte)31))
        {
            return "The note has a control character other than the newline.";
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? null : "The note is not UTF-8.";
    }
}
