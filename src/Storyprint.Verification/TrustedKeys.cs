using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Verification;

/// <summary>Which keys are believed in a check, and since when.</summary>
internal sealed record TrustedKeys
{
    /// <summary>The key that the checkpoint must be signed with.</summary>
    public required VerifierKey Log { get; init; }

    /// <summary>All log keys that are believed, that one among them.</summary>
    public required IReadOnlyList<VerifierKey> LogKeys { get; init; }

    public required KeySource Source { get; init; }

    /// <summary>The published key list, where there is one.</summary>
    public KeyList? List { get; init; }

    /// <summary>Which witnesses must have seen the checkpoint; null where no policy is there.</summary>
    public TrustPolicy? Policy { get; init; }

    /// <summary>What was kept from the last check of this log.</summary>
    public KnownLog? Known { get; init; }

    /// <summary>The key that signed what was kept.</summary>
    public VerifierKey? KnownKey { get; init; }

    public string Origin => Log.Name;

    public IReadOnlyList<VerifierKey> Witnesses => [.. Policy?.Witnesses.Select(witness => witness.Key) ?? []];

    /// <summary>Whose log it is; null where the key's name is not <c>PUBLISHER/log</c>.</summary>
    public PublisherName? Publisher =>
        Origin.EndsWith("/log", StringComparison.Ordinal) && PublisherName.TryParse(Origin[..^"/log".Length], out var name) ? name : null;
}

/// <summary>Where the log's key came from.</summary>
internal enum KeySource
{
    /// <summary>Whoever runs the check gave it.</summary>
    Given,

    /// <summary>It is known from an earlier check.</summary>
    Kept,

    /// <summary>The site named it itself, for the first time.</summary>
    Site,
}
