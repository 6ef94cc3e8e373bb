namespace Storyprint.Storage.Schema;

/// <summary>A person's account at an OpenID Connect provider.</summary>
public sealed class PersonLoginRow
{
    public required string Provider { get; set; }

    /// <summary>The provider's <c>sub</c>.</summary>
    public required string Subject { get; set; }

    public required string PersonId { get; set; }
}
