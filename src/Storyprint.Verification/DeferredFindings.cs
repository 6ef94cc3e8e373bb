using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Served;

namespace Storyprint.Verification;

/// <summary>
/// What speaks of a longer log than the one that was read. A newsroom publishes while it is checked: that is damage only if
/// the log has not grown by the end.
/// </summary>
internal sealed class DeferredFindings(IPublishedSite site, TrustedKeys trust, Findings findings)
{
    private const int Kept = 1000;
    private readonly Lock guard = new();
    private readonly List<(FindingKind Kind, string About, string Sentence)> held = [];

    public void Add(FindingKind kind, string about, string sentence)
    {
        lock (guard)
        {
            if (held.Count < Kept)
            {
                held.Add((kind, about, sentence));
            }
        }
    }

    public async Task SettleAsync(long checkedSize, CancellationToken cancellation)
    {
        if (held.Count == 0)
        {
            return;
        }

        var size = await SizeNowAsync(cancellation);
        if (size > checkedSize)
        {
            findings.Add(FindingKinds.Grew, trust.Origin, $"It had {checkedSize:N0} entries when the check began, and has {size:N0} now; {held.Count:N0} pages or receipts are already of the longer log.");
            return;
        }

        foreach (var (kind, about, sentence) in held)
        {
            findings.Add(kind, about, sentence);
        }
    }

    private async Task<long> SizeNowAsync(CancellationToken cancellation) =>
        await site.ReadAsync(PublishedFiles.Checkpoint, SignedNote.MaxLength, cancellation) is { IsGone: false } answer
        && SignedCheckpoint.TryParse(answer.Bytes, out var signed, out _)
        && trust.LogKeys.Any(key => signed.Verify(key) is CheckpointVerdict.Trusted)
            ? signed.Body.Size
            : 0;
}
