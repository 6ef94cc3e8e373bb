using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Encodings;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Witnesses;

/// <summary>A witness's response to a checkpoint (tlog-witness, "add-checkpoint"), which decides what the log does next.</summary>
public abstract record AddCheckpointResponse
{
    /// <summary>The maximum number of bytes read: no response needs more.</summary>
    public const int MaxLength = 64 * 1024;

    private AddCheckpointResponse()
    {
    }

    /// <summary>It cosigned. Add the lines to the served checkpoint.</summary>
    public sealed record Cosigned(IReadOnlyList<Cosignature> Cosignatures) : AddCheckpointResponse;

    /// <summary>
    /// It saw another size last (409). Retry with a proof from that size; if it is above the log's own size, the log was set back, and nothing may be signed.
    /// </summary>
    public sealed record SawOtherSize(long Size) : AddCheckpointResponse;

    /// <summary>It does not know this log (404): its operator has to add the log's key.</summary>
    public sealed record UnknownLog : AddCheckpointResponse;

    /// <summary>It does not accept the checkpoint's signature (403): it knows another key.</summary>
    public sealed record SignatureRefused : AddCheckpointResponse;

    /// <summary>It says that the checkpoint contradicts what it saw before (422): an alarm.</summary>
    public sealed record Contradicted : AddCheckpointResponse;

    /// <summary>The response is unusable: a fault of the witness, or of our request (400). Retry later.</summary>
    public sealed record Unusable(int Status, string Reason) : AddCheckpointResponse;

    /// <summary>Reads an answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body, without any content encoding.</param>
    /// <param name="sent">The checkpoint that was sent: the lines are verified against it.</param>
    /// <param name="witnesses">The keys of this witness; lines of other keys are ignored.</param>
    public static AddCheckpointResponse Read(int status, ReadOnlySpan<byte> body, SignedCheckpoint sent, params IReadOnlyCollection<VerifierKey> witnesses) => status switch
    {
        _ when body.Length > MaxLength => new Unusable(status, "The answer is too long."),
        200 => ReadLines(body, sent, witnesses),
        409 when StrictUtf8.TryGetLines(body, out var lines) && lines is [var line] && StrictDecimal.TryParse(line, out var size) => new SawOtherSize(size),
        409 => new Unusable(status, "The conflict does not name the size that the witness saw."),
        403 => new SignatureRefused(),
        404 => new UnknownLog(),
        422 => new Contradicted(),
        _ => new Unusable(status, "The witness did not take the request."),
    };

    private static AddCheckpointResponse ReadLines(ReadOnlySpan<byte> body, SignedCheckpoint sent, IReadOnlyCollection<VerifierKey> witnesses)
    {
        // As the specification suggests: append the lines to the checkpoint's text and parse it as a note.
        if (!SignedNote.TryParse([.. sent.Note.Text.Span, (byte)'\n', .. body], out var note, out var reason))
        {
            return new Unusable(200, reason);
        }

        return note.Verify([.. witnesses.Where(key => key.Algorithm == NoteAlgorithm.Cosignature)]) switch
        {
            NoteVerdict.Verified verified when verified.Signatures.Select(Cosignature.From).ToList() is var lines && lines.All(line => line.Time > 0) => new Cosigned(lines),
            NoteVerdict.Verified => new Unusable(200, "A cosignature has no time."),
            NoteVerdict.WrongSignature wrong => new Unusable(200, $"The line of {wrong.Key.Name} is not its cosignature."),
            _ => new Unusable(200, "No line is by a known key of this witness."),
        };
    }
}
