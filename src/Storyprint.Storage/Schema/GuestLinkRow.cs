namespace Storyprint.Storage.Schema;

/// <summary>A guest's link to one draft. The link carries a random token, and the database only its digest.</summary>
public sealed class GuestLinkRow
{
    public required string Digest { get; set; }

    public long StoryId { get; set; }

    public int Access { get; set; }

    /// <summary>Whom it was given to, in the words of who gave it.</summary>
    public required string Name { get; set; }

    public required string CreatedBy { get; set; }

    public long CreatedAt { get; set; }

    public long ExpiresAt { get; set; }

    public long? RevokedAt { get; set; }

    public long? UsedAt { get; set; }
}
