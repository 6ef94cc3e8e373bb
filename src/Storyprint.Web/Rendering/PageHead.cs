namespace Storyprint.Web.Rendering;

/// <summary>The metadata of a page for browsers, search engines and social networks.</summary>
public sealed record PageHead
{
    public required string Title { get; init; }

    /// <summary>What social networks show with a link; the title where it is not set.</summary>
    public string? SocialTitle { get; init; }

    public string Description { get; init; } = string.Empty;

    /// <summary>The canonical path of this content; null where it has none and must not be indexed.</summary>
    public string? Canonical { get; init; }

    /// <summary>False for a page that search engines shall not index although it has a canonical address.</summary>
    public bool IsIndexed { get; init; } = true;

    /// <summary>The same content in other editions: language and path.</summary>
    public IReadOnlyList<(string Language, string Path)> Alternates { get; init; } = [];

    /// <summary>The path of this page's feeds without ending: <c>.rss</c>, <c>.atom</c> and <c>.json</c> are added.</summary>
    public string? Feed { get; init; }

    /// <summary>OpenGraph type; <c>article</c> for stories.</summary>
    public string Type { get; init; } = "website";

    /// <summary>The absolute address of the page's social image, with its description.</summary>
    public (string Address, string Alt, int Width, int Height)? Picture { get; init; }

    /// <summary>Further OpenGraph properties of an article.</summary>
    public IReadOnlyList<(string Property, string Content)> Article { get; init; } = [];

    /// <summary>Further meta elements, by name.</summary>
    public IReadOnlyList<(string Name, string Content)> Facts { get; init; } = [];

    /// <summary>schema.org data as JSON.</summary>
    public string? JsonLd { get; init; }

    /// <summary>The words that stand large before the page is scrolled, beside the paper's name and its sections; none for the title alone.</summary>
    public IReadOnlyList<(FontCut Cut, string Words)> Opening { get; init; } = [];

    /// <summary>Whether the page has a button that copies.</summary>
    public bool CanCopy { get; init; }

    /// <summary>Whether the page takes a file or a photograph.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>The style rules of the margins on paper, for a page that is often printed; their hash is in the Content-Security-Policy.</summary>
    public string? PrintStyleRules { get; init; }
}
