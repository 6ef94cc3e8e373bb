using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Seals;

/// <summary>One of a publisher's keys in the key list.</summary>
public sealed record PublishedKey
{
    /// <summary>What it signs.</summary>
    public required KeyRole Role { get; init; }

    /// <summary>0 to 31; the hint in seals. Ordinals repeat after 32 keys.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The key; its name is the publisher's for the role.</summary>
    public required VerifierKey Key { get; init; }

    /// <summary>In use since, to the second.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>In use until and including, to the second; null while it is in use.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The log index of the entry that revoked it; null while it is not revoked.</summary>
    public long? RevokedAtIndex { get; init; }

    /// <summary>Derived from the two above.</summary>
    public KeyStatus Status => (RevokedAtIndex, Until) switch
    {
        (not null, _) => KeyStatus.Revoked,
        (_, not null) => KeyStatus.Retired,
        _ => KeyStatus.Active,
    };

    /// <summary>Whether the key was in use then.</summary>
    public bool WasInUseAt(DateTimeOffset time) => time >= From && (Until is not { } until || time <= until);
}

/// <summary>The status of a key.</summary>
public enum KeyStatus
{
    /// <summary>It signs.</summary>
    Active,

    /// <summary>It no longer signs; what it signed stays valid.</summary>
    Retired,

    /// <summary>It was compromised: only what is in the log before the revocation counts.</summary>
    Revoked,
}
