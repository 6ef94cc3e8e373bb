namespace Storyprint.Stories.Editions;

/// <summary>A network that stands in front of the site and keeps its pages.</summary>
public sealed record PublicationCdn
{
    /// <summary>How long it may answer without asking, where it is not told of releases.</summary>
    public int Seconds { get; init => field = value > 0 ? value : 30; } = 30;

    /// <summary>How long after that it may still answer while it asks.</summary>
    public int StaleSeconds { get; init => field = value > 0 ? value : 30; } = 30;

    /// <summary>The header in which it reads what a page depends on: <c>Surrogate-Key</c> (Fastly), <c>Cache-Tag</c> (Cloudflare, Akamai as <c>Edge-Cache-Tag</c>), <c>xkey</c> (Varnish); empty for none.</summary>
    public string TagHeader { get; init => field = value ?? string.Empty; } = string.Empty;
}
