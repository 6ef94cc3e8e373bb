namespace Storyprint.Storage.Schema;

/// <summary>A recovery code that was not used yet, as a digest.</summary>
public sealed class PersonRecoveryCodeRow
{
    public required string PersonId { get; set; }

    public required string Digest { get; set; }
}
