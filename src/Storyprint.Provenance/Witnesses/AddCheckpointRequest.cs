using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Encodings;
using Storyprint.Provenance.Merkle;

namespace Storyprint.Provenance.Witnesses;

/// <summary>
/// The body of <c>POST PREFIX/add-checkpoint</c> (C2SP tlog-witness v1.0.0): a new checkpoint, and the proof that it extends
/// the one that the witness saw last.
/// </summary>
/// <param name="OldSize">The size of the checkpoint that the witness cosigned last; 0 where none or where it is not known.</param>
/// <param name="Proof">From the old size to the checkpoint's; empty where the old size is 0.</param>
/// <param name="Checkpoint">The new checkpoint with the log's signature.</param>
public sealed record AddCheckpointRequest(long OldSize, ConsistencyProof Proof, SignedCheckpoint Checkpoint)
{
    private const int MaxHeadLength = 8192;

    /// <summary>The bytes to post.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"old {OldSize}\n");
        foreach (var hash in Proof.Hashes)
        {
            head.Append(CultureInfo.InvariantCulture, $"{hash}\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append('\n').ToString()), .. Checkpoint.ToBytes()];
    }

    /// <summary>Reads a body, as a witness does. False, with a reason, where it is malformed or the old size is above the new.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out AddCheckpointRequest? request, [NotNullWhen(false)] out string? reason)
    {
        request = null;
        var split = bytes.IndexOf("\n\n"u8);
        if (split is < 0 or > MaxHeadLength || !StrictUtf8.TryGetLines(bytes[..(split + 1)], out var lines)
            || !lines[0].StartsWith("old ", StringComparison.Ordinal) || !StrictDecimal.TryParse(lines[0].AsSpan(4), out var oldSize))
        {
            reason = "The request does not begin with the old size and end its proof with an empty line.";
            return false;
        }

        var hashes = new List<Sha256Hash>();
        foreach (var line in lines.Skip(1))
        {
            if (hashes.Count == ConsistencyProof.MaxHashes || !Sha256Hash.TryParseBase64(line, out var hash))
            {
                reason = $"A proof has at most {ConsistencyProof.MaxHashes} lines, each the base64 of 32 bytes.";
                return false;
            }

            hashes.Add(hash);
        }

        if (!SignedCheckpoint.TryParse(bytes[(split + 2)..], out var checkpoint, out reason))
        {
            return false;
        }

        if (oldSize > checkpoint.Body.Size)
        {
            reason = "The old size is above the checkpoint's.";
            return false;
        }

        request = new AddCheckpointRequest(oldSize, new ConsistencyProof(hashes), checkpoint);
        return true;
    }
}
