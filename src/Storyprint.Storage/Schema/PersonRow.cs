namespace Storyprint.Storage.Schema;

/// <summary>Somebody who works in the newsroom. Never deleted: the record names people for ever.</summary>
public sealed class PersonRow
{
    public required string Id { get; set; }

    /// <summary>The name to sign in with.</summary>
    public required string UserName { get; set; }

    /// <summary>The same, folded for comparison.</summary>
    public required string NormalizedUserName { get; set; }

    public required string DisplayName { get; set; }

    public string? Email { get; set; }

    /// <summary>BCP 47 tag of the language of pages and mails.</summary>
    public required string Language { get; set; }

    public int Role { get; set; }

    /// <summary>Grants beyond the role, separated by spaces.</summary>
    public required string Grants { get; set; }

    public string? PasswordHash { get; set; }

    public required string SecurityStamp { get; set; }

    public bool TwoFactorEnabled { get; set; }

    /// <summary>The secret of the authenticator app, encrypted with a key of the key folder.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The last 30-second step whose code was accepted.</summary>
    public long TotpStep { get; set; }

    public long CreatedAt { get; set; }

    public long? DisabledAt { get; set; }
}
