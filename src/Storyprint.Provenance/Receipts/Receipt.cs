using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Encodings;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Provenance.Receipts;

/// <summary>
/// A self-contained proof that an entry is in the log (C2SP <c>tlog-proof@v1</c>), verifiable in ten years without the publisher's servers, given the entry and
/// the keys.
/// </summary>
public sealed record Receipt
{
    private const string Header = "c2sp.org/tlog-proof@v1";
    private const int MaxHeadLength = 16 * 1024;

    /// <summary>The entry's index in the log, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>From the entry to the checkpoint's root.</summary>
    public required InclusionProof Proof { get; init; }

    /// <summary>The checkpoint as served.</summary>
    public required SignedCheckpoint Checkpoint { get; init; }

    /// <summary>Unsigned extra data; in Storyprint the salt of the revision, and null once it is erased.</summary>
    public byte[]? Extra { get; init; }

    /// <summary>The salt, if the extra data is one. It is right if it gives the entry's commitment.</summary>
    public Salt? Salt => Extra is { } extra && Commitments.Salt.TryRead(extra, out var salt) ? salt : null;

    /// <summary>Parses a receipt. False, with a reason, where a line is malformed.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Receipt? receipt, [NotNullWhen(false)] out string? reason)
    {
        receipt = null;
        reason = $"A receipt begins with '{Header}' and the entry's index.";
        var split = bytes.IndexOf("\n\n"u8);
        if (split is < 0 or > MaxHeadLength || !StrictUtf8.TryGetLines(bytes[..(split + 1)], out var lines) || lines[0] != Header)
        {
            return false;
        }

        var at = 1;
        byte[]? extra = null;
        if (lines.Length > at && lines[at].StartsWith("extra ", StringComparison.Ordinal) && !StrictBase64.TryDecode(lines[at++].AsSpan(6), out extra))
        {
            reason = "The extra data is not base64.";
            return false;
        }

        if (lines.Length <= at || !lines[at].StartsWith("index ", StringComparison.Ordinal) || !StrictDecimal.TryParse(lines[at++].AsSpan(6), out var index))
        {
            return false;
        }

        var hashes = new List<Sha256Hash>();
        foreach (var line in lines[at..])
        {
            if (hashes.Count == InclusionProof.MaxHashes || !Sha256Hash.TryParseBase64(line, out var hash))
            {
                reason = $"A proof has at most {InclusionProof.MaxHashes} lines, each the base64 of 32 bytes.";
                return false;
            }

            hashes.Add(hash);
        }

        if (!SignedCheckpoint.TryParse(bytes[(split + 2)..], out var checkpoint, out reason))
        {
            return false;
        }

        receipt = new Receipt { Index = index, Proof = new InclusionProof(hashes), Checkpoint = checkpoint, Extra = extra };
        return true;
    }

    /// <summary>Whether this entry is in a log that the policy trusts.</summary>
    /// <param name="entry">The entry's bytes, from wherever they came.</param>
    /// <param name="policy">From a trusted source: never take it from where the receipt came from without checking the keys.</param>
    public ReceiptVerdict Verify(ReadOnlySpan<byte> entry, TrustPolicy policy) => policy.Judge(Checkpoint) switch
    {
        PolicyVerdict.Satisfied satisfied => Proof.Verify(MerkleHashing.Leaf(entry), Index, Checkpoint.Body.Size, Checkpoint.Body.Root)
            ? new ReceiptVerdict.Holds(satisfied)
            : new ReceiptVerdict.NotIncluded(),
        var other => new ReceiptVerdict.CheckpointRefused(other),
    };

    /// <summary>The receipt as a file; extension <c>.tlog-proof</c>.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder(Header).Append('\n');
        if (Extra is { } extra)
        {
            head.Append(CultureInfo.InvariantCulture, $"extra {Convert.ToBase64String(extra)}\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Proof.Hashes)
        {
            head.Append(CultureInfo.InvariantCulture, $"{hash}\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append('\n').ToString()), .. Checkpoint.ToBytes()];
    }
}
