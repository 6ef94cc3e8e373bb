using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Verification;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Verification;

/// <summary>Settles, before anything is believed, with which keys: the one given, else those of the last check, else those that the site names.</summary>
internal sealed class EstablishTrust(SiteCheckRequest request, SiteLog log, Findings findings)
{
    /// <summary>The keys, or null where there are none to begin with; then a finding says so.</summary>
    public async Task<TrustedKeys?> RunAsync(CancellationToken cancellation)
    {
        var (logs, problem) = request.State.Read();
        if (problem is not null)
        {
            findings.Add(FindingKinds.StateUnusable, request.State.Path, problem);
        }

        var list = await ReadKeysAsync(cancellation);
        var atAddress = logs.Where(each => each.Value.Address == request.Site.Name).OrderByDescending(each => each.Value.CheckedAt).Select(each => each.Key).FirstOrDefault();
        var origin = request.Key?.Name ?? list?.Publisher.KeyName(KeyRole.Log) ?? atAddress;
        if (origin is null)
        {
            findings.Add(FindingKinds.NoKey, request.Site.Name, "No key was given, none is kept from an earlier check, and the site names none.");
            return null;
        }

        if (atAddress is not null && !logs.ContainsKey(origin))
        {
            findings.Add(FindingKinds.OtherLogHere, request.Site.Name, $"At the last check the log {atAddress} was here; now it is {origin}.");
        }

        var known = logs.GetValueOrDefault(origin);
        var (keys, source) = Keys(origin, list, known);
        if (keys.Count == 0)
        {
            findings.Add(FindingKinds.NoKey, request.Site.Name, $"The site names no key of the log {origin} that is not revoked.");
            return null;
        }

        var signer = await SignerAsync(keys, cancellation) ?? keys[0];
        return new TrustedKeys
        {
            Log = signer,
            LogKeys = keys,
            Source = source,
            List = list,
            Policy = request.Policy ?? await ReadPolicyAsync(cancellation),
            Known = known,
            KnownKey = known is null ? null : Signer([.. Parse(known.Keys), .. keys], Encoding.UTF8.GetBytes(known.Checkpoint)),
        };
    }

    // A key that the log announced while it was believed is believed as well: so a log can change its key, and nobody else can.
    private (IReadOnlyList<VerifierKey> Keys, KeySource Source) Keys(string origin, KeyList? list, KnownLog? known)
    {
        var kept = Parse(known?.Keys ?? []);
        if (request.Key is { } given)
        {
            return (kept.Contains(given) ? [given, .. kept.Where(key => !key.Equals(given))] : [given], KeySource.Given);
        }

        if (kept.Count > 0)
        {
            return (kept, KeySource.Kept);
        }

        var listed = list?.Keys.Where(key => key.Role == KeyRole.Log && key.Status != KeyStatus.Revoked && key.Key.Name == origin).Select(key => key.Key);
        return ([.. listed ?? []], KeySource.Site);
    }

    private async Task<VerifierKey?> SignerAsync(IReadOnlyList<VerifierKey> keys, CancellationToken cancellation) =>
        await log.ReadAsync("checkpoint", cancellation) is { } bytes ? Signer(keys, bytes) : null;

    private static VerifierKey? Signer(IReadOnlyList<VerifierKey> keys, byte[] checkpoint) =>
        SignedCheckpoint.TryParse(checkpoint, out var signed, out _) ? keys.FirstOrDefault(key => signed.Verify(key) is CheckpointVerdict.Trusted) : null;

    private static List<VerifierKey> Parse(IEnumerable<string> texts)
    {
        var keys = new List<VerifierKey>();
        foreach (var text in texts)
        {
            if (VerifierKey.TryParse(text, out var key, out _))
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private async Task<KeyList?> ReadKeysAsync(CancellationToken cancellation)
    {
        var (answer, isRead) = await ReadAsync(PublishedFiles.Keys, KeyList.MaxLength, cancellation);
        if (!isRead)
        {
            return null;
        }

        if (answer is null)
        {
            findings.Add(FindingKinds.KeysMissing, PublishedFiles.Keys, "The site has no key list.");
            return null;
        }

        if (!KeyList.TryParse(answer.Bytes, out var list, out var reason))
        {
            findings.Add(FindingKinds.KeysUnreadable, PublishedFiles.Keys, answer.IsTooLong ? "The key list is too long." : reason);
        }

        return list;
    }

    private async Task<TrustPolicy?> ReadPolicyAsync(CancellationToken cancellation)
    {
        var (answer, _) = await ReadAsync(PublishedFiles.Policy, TrustPolicy.MaxLength, cancellation);
        if (answer is null)
        {
            return null;
        }

        if (!TrustPolicy.TryParse(answer.Bytes, out var policy, out var reason))
        {
            findings.Add(FindingKinds.PolicyUnreadable, PublishedFiles.Policy, answer.IsTooLong ? "The policy is too long." : reason);
        }

        return policy;
    }

    private async Task<(SiteAnswer? Answer, bool IsRead)> ReadAsync(string address, int limit, CancellationToken cancellation)
    {
        try
        {
            return (await request.Site.ReadAsync(address, limit, cancellation), true);
        }
        catch (SourceUnreachableException unreachable)
        {
            findings.Add(FindingKinds.NotRead, address, unreachable.Message);
            return (null, false);
        }
    }
}
