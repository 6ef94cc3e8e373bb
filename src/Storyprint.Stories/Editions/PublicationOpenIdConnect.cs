namespace Storyprint.Stories.Editions;

/// <summary>An OpenID Connect provider that people of the newsroom may sign in by. Its secret is in the environment: <c>STORYPRINT_OIDC_SECRET</c>.</summary>
public sealed record PublicationOpenIdConnect
{
    /// <summary>The issuer, whose <c>/.well-known/openid-configuration</c> is read.</summary>
    public required string Authority { get; init; }

    public required string ClientId { get; init; }

    /// <summary>What the button says: "Sign in with …".</summary>
    public string Name { get; init => field = value ?? "OpenID"; } = "OpenID";

    /// <summary>The claim that holds a person's roles or groups; empty where roles are decided in the newsroom.</summary>
    public string RolesClaim { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Which value of that claim means which role: <c>reporter</c>, <c>editor</c>, <c>administrator</c>. Whoever has none of them may not sign in.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();
}
