using Storyprint.Stories.Body;

namespace Storyprint.Formats.SavedPages;

/// <summary>A saved page before its lines are classified.</summary>
internal sealed record SavedPage
{
    /// <summary>The part with the story.</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>The surroundings, which often have code and link.</summary>
    public IReadOnlyList<Block> Around { get; init; } = [];

    /// <summary>The headline, where it is marked up.</summary>
    public string Headline { get; init; } = string.Empty;

    /// <summary>The date in the page's metadata.</summary>
    public string Date { get; init; } = string.Empty;

    /// <summary>When the page was to be taken down, in its metadata.</summary>
    public string Expires { get; init; } = string.Empty;

    /// <summary>The address in the page's metadata.</summary>
    public string Link { get; init; } = string.Empty;

    public string Author { get; init; } = string.Empty;

    /// <summary>Authors that the page's metadata name, where there are several.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public string Language { get; init; } = string.Empty;

    /// <summary>When it was last changed, in its metadata.</summary>
    public string Modified { get; init; } = string.Empty;

    public string Section { get; init; } = string.Empty;

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Metadata for which there is no place, with their names.</summary>
    public IReadOnlyList<(string Name, string Value)> Unread { get; init; } = [];

    /// <summary>What speaks against publishing it because its encoding was guessed, as a clause.</summary>
    public string? EncodingDoubt { get; init; }

    public IReadOnlyList<string> ImportWarnings { get; init; } = [];
}
