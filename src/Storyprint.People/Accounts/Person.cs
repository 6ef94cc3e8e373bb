using Storyprint.Stories.Workflow;

namespace Storyprint.People.Accounts;

/// <summary>An account of the newsroom.</summary>
public sealed class Person
{
    public string Id { get; init; } = Guid.CreateVersion7().ToString("n");

    /// <summary>The name to sign in with.</summary>
    public required string UserName { get; set; }

    /// <summary>The same, folded by <see cref="SignInNames"/>.</summary>
    public string NormalizedUserName { get; set; } = string.Empty;

    public required string DisplayName { get; set; }

    public string? Email { get; set; }

    /// <summary>BCP 47 tag of the language of pages and mails.</summary>
    public required string Language { get; set; }

    public required Role Role { get; set; }

    public IReadOnlyList<Grant> Grants { get; set; } = [];

    public IReadOnlyList<string> Desks { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when the person may not sign in any more; null while it may.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    internal string? PasswordHash { get; set; }

    internal string SecurityStamp { get; set; } = Guid.NewGuid().ToString("n");

    internal bool TwoFactorEnabled { get; set; }

    internal string? AuthenticatorKey { get; set; }

    public bool HasPassword => PasswordHash is not null;

    public bool HasSecondFactor => TwoFactorEnabled;

    public Permissions Permissions => Permissions.Of(Role, Grants, Desks);
}
