using Storyprint.Stories.Links;

namespace Storyprint.Stories.Workflow;

/// <summary>What a person may do: a role, what was granted beyond it, and the desks it belongs to.</summary>
public sealed record Permissions(Role Role, IReadOnlySet<Grant> Grants, IReadOnlySet<string> Desks)
{
    public static Permissions Of(Role role, IEnumerable<Grant>? grants = null, IEnumerable<string>? desks = null) =>
        new(role, (grants ?? []).ToHashSet(), (desks ?? []).ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether the person holds a grant, by itself or by the role.</summary>
    public bool Holds(Grant grant) => Role == Role.Administrator || Grants.Contains(grant)
        || (Role == Role.Editor && (grant == Grant.Front || grant == Grant.Correct));

    /// <summary>Whether the person may approve what stands in a section on a desk.</summary>
    /// <param name="section">Null for a story without one.</param>
    /// <param name="desk">Null for a story of no desk, which is every editor's.</param>
    public bool MayApprove(Slug? section, string? desk) =>
        Role == Role.Administrator || (Role == Role.Editor && IsOnDesk(desk)) || (section is { } named && Grants.Contains(Grant.Approve(named)));

    /// <summary>Whether all rights of another are the person's own: it may then act on who has them, and give them.</summary>
    public bool Covers(Permissions other) => Role == Role.Administrator
        || (Role >= other.Role && other.Grants.All(Holds) && (Desks.Count == 0 || (other.Desks.Count > 0 && other.Desks.All(Desks.Contains))));

    /// <summary>Whether a desk is the person's. Whoever belongs to none is on all.</summary>
    public bool IsOnDesk(string? desk) => desk is null || Desks.Count == 0 || Desks.Contains(desk) || Role == Role.Administrator;
}
