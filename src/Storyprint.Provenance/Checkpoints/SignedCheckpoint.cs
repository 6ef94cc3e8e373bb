using System.Diagnostics.CodeAnalysis;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Checkpoints;

/// <summary>A checkpoint with its signature lines. Do not trust it before <see cref="Verify"/>.</summary>
public sealed class SignedCheckpoint
{
    private SignedCheckpoint(Checkpoint body, SignedNote note) => (Body, Note) = (body, note);

    /// <summary>The checkpoint itself.</summary>
    public Checkpoint Body { get; }

    /// <summary>The note around it.</summary>
    public SignedNote Note { get; }

    /// <summary>Signs a checkpoint with the log's key, or with several during a key rotation.</summary>
    /// <remarks>
    /// Earlier signatures are not known here. The caller must make sure that the new tree extends the old one: a log that signs two histories is worthless from
    /// then on.
    /// </remarks>
    public static SignedCheckpoint Sign(Checkpoint body, params IReadOnlyList<SignerKey> signers) => new(body, SignedNote.Sign(body.ToBytes(), signers));

    /// <summary>Parses a signed checkpoint. False, with a reason, where the note or its text is malformed.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedCheckpoint? signed, [NotNullWhen(false)] out string? reason)
    {
        signed = null;
        if (!SignedNote.TryParse(bytes, out var note, out reason) || !Checkpoint.TryParse(note.Text.Span, out var body, out reason))
        {
            return false;
        }

        signed = new SignedCheckpoint(body, note);
        return true;
    }

    /// <summary>Checks that the log's key signed it, for the origin of that key's name, and finds the witnesses that cosigned.</summary>
    /// <param name="log">The log's key, known beforehand.</param>
    /// <param name="witnesses">The witnesses' keys, known beforehand; others are ignored.</param>
    public CheckpointVerdict Verify(VerifierKey log, params IReadOnlyCollection<VerifierKey> witnesses)
    {
        if (Body.Origin != log.Name)
        {
            return new CheckpointVerdict.OtherLog(Body.Origin);
        }

        return Note.Verify([log, .. witnesses]) switch
        {
            NoteVerdict.WrongSignature wrong => new CheckpointVerdict.WrongSignature(wrong.Key),
            NoteVerdict.Verified verified when verified.Signatures.Any(line => line.Key.Equals(log)) =>
                new CheckpointVerdict.Trusted([.. verified.Signatures.Where(line => line.Key.Algorithm == NoteAlgorithm.Cosignature).Select(Cosignature.From)]),
            _ => new CheckpointVerdict.NotSigned(),
        };
    }

    /// <summary>The same checkpoint with more signature lines, for example those of witnesses.</summary>
    public SignedCheckpoint With(params IReadOnlyCollection<NoteSignature> lines) => new(Body, Note.With(lines));

    /// <summary>The checkpoint as it is served at <c>/log/checkpoint</c>.</summary>
    public byte[] ToBytes() => Note.ToBytes();
}
