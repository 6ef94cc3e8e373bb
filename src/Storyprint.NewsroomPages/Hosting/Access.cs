using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>Who may use a route. Every route of the newsroom has one: none can be mapped without.</summary>
public sealed record Access
{
    private Access(string name) => Name = name;

    /// <summary>Everybody, signed in or not: the doors.</summary>
    public static Access Anyone { get; } = new("anyone");

    /// <summary>Whoever is signed in.</summary>
    public static Access SignedIn { get; } = new("signed in") { Allows = _ => true };

    public static Access Editors { get; } = new("editors") { Allows = permissions => permissions.Role >= Role.Editor };

    public static Access Administrators { get; } = new("administrators") { Allows = permissions => permissions.Role == Role.Administrator };

    /// <summary>Who holds a grant.</summary>
    public static Access Holding(Grant grant) => new(grant.Word) { Allows = permissions => permissions.Holds(grant) };

    /// <summary>The same, by a person who has just proved who it is.</summary>
    public Access Confirmed => this with { NeedsConfirmation = true };

    public string Name { get; }

    /// <summary>Null for everybody.</summary>
    public Func<Permissions, bool>? Allows { get; private init; }

    public bool NeedsConfirmation { get; private init; }
}
