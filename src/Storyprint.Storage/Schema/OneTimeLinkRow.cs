namespace Storyprint.Storage.Schema;

/// <summary>A link that works once: first administrator, invitation, a lost second factor. The link carries a random token, and the database only its digest.</summary>
public sealed class OneTimeLinkRow
{
    public required string Digest { get; set; }

    public int Purpose { get; set; }

    /// <summary>Whom it is for, where that person exists already.</summary>
    public string? PersonId { get; set; }

    /// <summary>What an invited person is to be, as JSON.</summary>
    public string? Offer { get; set; }

    public required string CreatedBy { get; set; }

    public long CreatedAt { get; set; }

    public long ExpiresAt { get; set; }

    public long? UsedAt { get; set; }

    public long? RevokedAt { get; set; }
}
