using Storyprint.Stories.Body;

namespace Storyprint.Formats.SavedPages;

/// <summary>A saved page before anybody knows what its lines are.</summary>
internal sealed record SavedPage
{
    /// <summary>The part that holds the story.</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>What stands around it: code and link are often there.</summary>
    public IReadOnlyList<Block> Around { get; init; } = [];

    /// <summary>The headline, where the page marks it as one.</summary>
    public string Headline { get; init; } = string.Empty;

    /// <summary>A date the page gives to programs.</summary>
    public string Date { get; init; } = string.Empty;

    /// <summary>The address the page gives to programs.</summary>
    public string Link { get; init; } = string.Empty;

    public string Author { get; init; } = string.Empty;

    public string Language { get; init; } = string.Empty;

    public IReadOnlyList<string> ImportWarnings { get; init; } = [];
}
