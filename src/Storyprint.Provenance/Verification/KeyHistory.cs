using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;

namespace Storyprint.Provenance.Verification;

/// <summary>The log's statements about the publisher's keys, to check the published key list: no key can be slipped in, and no revocation taken back.</summary>
public sealed class KeyHistory
{
    /// <summary>The maximum number of key entries kept: a log with more is hostile.</summary>
    public const int MaxEntries = 4096;

    private readonly List<(long Index, KeyEntry Entry)> entries = [];

    /// <summary>Key entries seen so far.</summary>
    public long Count { get; private set; }

    /// <summary>The log keys that the log announced and did not revoke: whoever trusts the log's key may trust them.</summary>
    public IEnumerable<VerifierKey> LogKeys => entries
        .Where(each => each.Entry.Role == KeyRole.Log)
        .GroupBy(each => each.Entry.Key, each => each.Entry)
        .Where(key => key.Any(entry => entry.Change == KeyChange.From) && key.All(entry => entry.Change != KeyChange.Revoked))
        .Select(key => key.Key);

    /// <summary>Adds the next entry about a key, in the order of the log.</summary>
    public void Take(long index, KeyEntry entry)
    {
        Count++;
        if (entries.Count < MaxEntries)
        {
            entries.Add((index, entry));
        }
    }

    /// <summary>The index at which the log revoked a key, or null.</summary>
    public long? RevokedAt(VerifierKey key) => entries.Find(each => each.Entry.Change == KeyChange.Revoked && each.Entry.Key.Equals(key)) is { Entry: not null } found ? found.Index : null;

    /// <summary>The contradictions between the published list and the log.</summary>
    public IReadOnlyList<KeyFinding> Compare(KeyList list)
    {
        var logged = entries.ToLookup(each => each.Entry.Key);
        var found = list.Keys.SelectMany(key => Compare(key, [.. logged[key.Key]])).ToList();
        found.AddRange(logged
            .Where(key => !list.Keys.Any(listed => listed.Key.Equals(key.Key)))
            .Select(key => new KeyFinding(key.Key, "The log speaks of this key, and the key list does not.")));
        if (Count > MaxEntries && entries is [.., (_, var last)])
        {
            found.Add(new KeyFinding(last.Key, $"The log has {Count} entries about keys; only the first {MaxEntries} were compared."));
        }

        return found;
    }

    private static IEnumerable<KeyFinding> Compare(PublishedKey key, IReadOnlyList<(long Index, KeyEntry Entry)> logged)
    {
        DateTimeOffset[] Times(KeyChange change) => [.. logged.Where(each => each.Entry.Change == change).Select(each => each.Entry.At)];
        var from = Times(KeyChange.From);
        if (!from.Contains(key.From))
        {
            yield return new KeyFinding(key.Key, from.Length == 0
                ? "The key list names this key, and no entry of the log says since when it is used."
                : $"The key list says that it is used from {key.From:u}, the log says from {from[^1]:u}.");
        }

        var until = Times(KeyChange.Until) is [.., var last] ? last : (DateTimeOffset?)null;
        if (until != key.Until)
        {
            yield return new KeyFinding(key.Key, $"The key list says that its use {Ends(key.Until)}, the log that it {Ends(until)}.");
        }

        long? revoked = logged.Where(each => each.Entry.Change == KeyChange.Revoked).Select(each => (long?)each.Index).FirstOrDefault();
        if (revoked != key.RevokedAtIndex)
        {
            yield return new KeyFinding(key.Key, $"The key list says that it {Revoked(key.RevokedAtIndex)}, the log that it {Revoked(revoked)}.");
        }
    }

    private static string Ends(DateTimeOffset? until) => until is { } time ? $"ended at {time:u}" : "has no end";

    private static string Revoked(long? index) => index is { } at ? $"was revoked by entry {at}" : "was never revoked";
}

/// <summary>A contradiction between the key list and the log.</summary>
/// <param name="Key">The key that it is about.</param>
/// <param name="Sentence">What was found, in one sentence.</param>
public sealed record KeyFinding(VerifierKey Key, string Sentence);
