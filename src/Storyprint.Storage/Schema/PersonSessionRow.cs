namespace Storyprint.Storage.Schema;

/// <summary>A signed-in browser. The cookie carries a random key, and the database only its digest.</summary>
public sealed class PersonSessionRow
{
    public required string Digest { get; set; }

    public required string PersonId { get; set; }

    public long CreatedAt { get; set; }

    public long SeenAt { get; set; }

    /// <summary>When it ends whatever happens.</summary>
    public long ExpiresAt { get; set; }

    /// <summary>When the person last proved who it is: sensitive acts ask for a recent proof.</summary>
    public long ConfirmedAt { get; set; }

    /// <summary>How the person signed in, in the words of the record.</summary>
    public required string Method { get; set; }

    public required string NetworkAddress { get; set; }

    public required string UserAgent { get; set; }
}
