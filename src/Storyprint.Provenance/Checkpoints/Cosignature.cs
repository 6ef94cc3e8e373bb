using System.Buffers.Binary;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Checkpoints;

/// <summary>A witness's statement that it saw this checkpoint at this time and none that contradicts it (C2SP tlog-cosignature v1.0.1, <c>cosignature/v1</c>).</summary>
/// <param name="Witness">The witness's key; its type is <see cref="NoteAlgorithm.Cosignature"/>.</param>
/// <param name="Time">POSIX seconds, 0 or more, by the witness's clock.</param>
/// <param name="Line">The signature line.</param>
public sealed record Cosignature(VerifierKey Witness, long Time, NoteSignature Line)
{
    /// <summary>Cosigns a checkpoint. The caller must have checked that it extends the last one cosigned for this log.</summary>
    /// <param name="witness">A key of type <see cref="NoteAlgorithm.Cosignature"/>.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="time">POSIX seconds.</param>
    /// <exception cref="ArgumentException">The key is of another type, or the time is negative.</exception>
    public static NoteSignature Create(SignerKey witness, SignedCheckpoint checkpoint, long time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        if (witness.Verifier.Algorithm != NoteAlgorithm.Cosignature)
        {
            throw new ArgumentException("Only a cosigner's key makes cosignatures.", nameof(witness));
        }

        var stamp = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(stamp, time);
        return new NoteSignature(
            witness.Verifier.Name, witness.Verifier.Id, (byte[])[.. stamp, .. witness.Sign(CosignedMessage.Create(time, checkpoint.Note.Text.Span))]);
    }

    /// <summary>The time in a verified line.</summary>
    internal static Cosignature From(VerifiedSignature verified) =>
        new(verified.Key, BinaryPrimitives.ReadInt64BigEndian(verified.Line.Signature.Span), verified.Line);
}
