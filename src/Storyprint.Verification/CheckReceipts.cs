using System.Collections.Concurrent;
using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Receipts;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification;

/// <summary>
/// Checks receipts. Each carries a signed checkpoint, so each is a witness of its own: where its root is not the one that
/// the log had at that size, the log has two histories.
/// </summary>
internal sealed class CheckReceipts(IPublishedSite site, TrustedKeys trust, CheckedEntries entries, long size, DeferredFindings deferred, Findings findings)
{
    private const int MaxLength = 1 << 20;
    private const int CheckpointsKept = 1024;

    // Many receipts carry the same checkpoint; one signature is enough.
    private readonly ConcurrentDictionary<Sha256Hash, bool> signed = [];
    private long good;

    public long Good => good;

    public async Task CheckAsync(long index, RevisionEntry entry, ReadOnlyMemory<byte> bytes, RevisionDocument? document, CancellationToken cancellation)
    {
        var address = PublishedFiles.Proof(entry.Revision);
        var answer = await site.ReadAsync(address, MaxLength, cancellation);
        if (answer is null or { IsGone: true })
        {
            findings.Add(FindingKinds.ReceiptMissing, address, "There is nothing at this address.");
            return;
        }

        if (answer.IsTooLong || !Receipt.TryParse(answer.Bytes, out var receipt, out var reason))
        {
            findings.Add(FindingKinds.ReceiptUnreadable, address, answer.IsTooLong ? "The file is longer than any receipt." : "The file cannot be read as a receipt.");
            return;
        }

        if (document is { Erased: true } && receipt.Extra is not null)
        {
            findings.Add(FindingKinds.SaltLeft, address, "The text is erased, and its receipt still has the salt.");
        }

        if (Problem(index, bytes, document, receipt) is { } problem)
        {
            findings.Add(FindingKinds.ReceiptDoesNotHold, address, problem);
            return;
        }

        await CompareRootAsync(address, receipt.Checkpoint, cancellation);
    }

    private string? Problem(long index, ReadOnlyMemory<byte> entry, RevisionDocument? document, Receipt receipt) => receipt switch
    {
        _ when !IsSigned(receipt.Checkpoint) => "No key of the log that is believed signed its checkpoint.",
        _ when receipt.Index != index => $"It is about entry {receipt.Index}, not {index}.",
        _ when !receipt.Proof.Verify(MerkleHashing.Leaf(entry.Span), index, receipt.Checkpoint.Body.Size, receipt.Checkpoint.Body.Root) =>
            "Its proof does not lead from the entry to the checkpoint.",
        { Salt: var salt } when document?.Salt is { } served && salt?.ToString() != served => "Its salt is another than the revision's.",
        _ => null,
    };

    private bool IsSigned(SignedCheckpoint checkpoint)
    {
        var key = Sha256Hash.HashData(checkpoint.ToBytes());
        if (signed.TryGetValue(key, out var known))
        {
            return known;
        }

        if (signed.Count >= CheckpointsKept)
        {
            signed.Clear();
        }

        return signed[key] = trust.LogKeys.Any(log => checkpoint.Verify(log, trust.Witnesses) is CheckpointVerdict.Trusted);
    }

    private async Task CompareRootAsync(string address, SignedCheckpoint checkpoint, CancellationToken cancellation)
    {
        if (checkpoint.Body.Size > size)
        {
            deferred.Add(FindingKinds.ReceiptDoesNotHold, address, $"It speaks of a log of {checkpoint.Body.Size} entries; the log has {size}.");
        }
        else if (await entries.RootAtAsync(checkpoint.Body.Size, cancellation) != checkpoint.Body.Root)
        {
            findings.Add(FindingKinds.Forked, address, $"Its checkpoint of {checkpoint.Body.Size} entries is signed, and is not the log of that size.", Encoding.UTF8.GetString(checkpoint.ToBytes()));
        }
        else
        {
            Interlocked.Increment(ref good);
        }
    }
}
