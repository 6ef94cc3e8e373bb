namespace Storyprint.Storage.Schema;

/// <summary>A passkey of a person (WebAuthn level 3).</summary>
public sealed class PersonPasskeyRow
{
    /// <summary>Base64url.</summary>
    public required string CredentialId { get; set; }

    public required string PersonId { get; set; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }

    public required byte[] PublicKey { get; set; }

    public long SignCount { get; set; }

    /// <summary>Separated by spaces.</summary>
    public required string Transports { get; set; }

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    public required byte[] AttestationObject { get; set; }

    public required byte[] ClientDataJson { get; set; }

    public long CreatedAt { get; set; }

    public long? UsedAt { get; set; }
}
