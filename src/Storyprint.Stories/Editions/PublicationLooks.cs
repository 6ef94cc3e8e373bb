namespace Storyprint.Stories.Editions;

/// <summary>The publication's own looks. What is empty is the program's.</summary>
public sealed record PublicationLooks
{
    /// <summary>The accent colour on light pages, <c>#rrggbb</c>.</summary>
    public string Accent { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The accent colour on dark pages.</summary>
    public string AccentInDark { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The logo in the masthead, as a <c>data:</c> address. The publication's name stays its alternative text.</summary>
    public string Logo { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The small picture of browser tabs, as a <c>data:</c> address.</summary>
    public string Icon { get; init => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A link of a menu or of the foot of the page.</summary>
/// <param name="To">A path of the site, or an http(s) address.</param>
public sealed record MenuLink(string Name, string To);
