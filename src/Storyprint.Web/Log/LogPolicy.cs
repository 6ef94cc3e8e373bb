using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Witnesses;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Settings;

namespace Storyprint.Web.Log;

/// <summary>The policy for this publication's checkpoints (C2SP tlog-policy): its log keys, and its witnesses if any.</summary>
public sealed class LogPolicy(KeyStore keys, CurrentPublication publication)
{
    /// <summary>Null before the log has begun.</summary>
    public async Task<TrustPolicy?> ReadAsync(CancellationToken cancellation = default)
    {
        var list = await keys.ListAsync(cancellation);
        var url = $"{publication.Value.PublicAddress.Origin}/log";
        var text = string.Concat(list.Keys
            .Where(key => key.Role == KeyRole.Log && key.Status == KeyStatus.Active).Select(key => $"log {key.Key} {url}\n"));
        return text.Length == 0 ? null
            : TrustPolicy.TryParse(System.Text.Encoding.UTF8.GetBytes(text + WitnessList.From(publication.Value).PolicyLines), out var policy, out var reason) ? policy
            : throw new InvalidOperationException($"The log's policy contradicts itself: {reason}");
    }
}
