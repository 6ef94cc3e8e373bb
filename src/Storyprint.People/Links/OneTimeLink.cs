using Storyprint.Stories.Workflow;

namespace Storyprint.People.Links;

/// <summary>A link that works once.</summary>
public sealed record OneTimeLink
{
    /// <summary>The digest of its token; the token itself is known only to who has the link.</summary>
    public required string Digest { get; init; }

    public required LinkPurpose Purpose { get; init; }

    /// <summary>Whom it is for, where that person exists already.</summary>
    public string? PersonId { get; init; }

    public InvitationOffer? Offer { get; init; }

    /// <summary>What whoever opens it comes to hold by its offer; without one, all.</summary>
    public Permissions Rights => Offer?.ToPermissions() ?? Permissions.Of(Role.Administrator);

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public OneTimeLinkState StateAt(DateTimeOffset now) => UsedAt is not null ? OneTimeLinkState.Used
        : RevokedAt is not null ? OneTimeLinkState.Revoked
        : ExpiresAt <= now ? OneTimeLinkState.Expired
        : OneTimeLinkState.Open;
}

public enum OneTimeLinkState
{
    Open,
    Used,
    Revoked,
    Expired,
}
