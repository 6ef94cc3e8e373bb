namespace Storyprint.Stories.Editions;

/// <summary>A content delivery network (CDN) in front of the site that caches its pages.</summary>
public sealed record PublicationCdn
{
    /// <summary>How long it may serve a page without revalidation, in seconds, where it is not purged by releases.</summary>
    public int MaxAgeSeconds { get; init => field = value > 0 ? value : 30; } = 30;

    /// <summary>How long after that it may still serve a stale page while it revalidates, in seconds.</summary>
    public int StaleWhileRevalidateSeconds { get; init => field = value > 0 ? value : 30; } = 30;

    /// <summary>The header in which it reads the cache tags of a page: <c>Surrogate-Key</c> (Fastly), <c>Cache-Tag</c> (Cloudflare, Akamai as <c>Edge-Cache-Tag</c>), <c>xkey</c> (Varnish); empty for none.</summary>
    public string TagHeader { get; init => field = value ?? string.Empty; } = string.Empty;
}
