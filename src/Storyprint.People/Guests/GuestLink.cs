using Storyprint.Stories.Codes;

namespace Storyprint.People.Guests;

/// <summary>A guest's link to one draft.</summary>
public sealed record GuestLink
{
    public required string Digest { get; init; }

    public required StoryCode Story { get; init; }

    public required GuestAccess Access { get; init; }

    /// <summary>Whom it was given to.</summary>
    public required string Name { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public bool WorksAt(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}

/// <summary>What a guest may do with the draft. The numbers are stored in the database.</summary>
public enum GuestAccess
{
    Read = 1,
    Comment = 2,

    /// <summary>Hands in a text, which the editor takes over or not.</summary>
    File = 3,
}
