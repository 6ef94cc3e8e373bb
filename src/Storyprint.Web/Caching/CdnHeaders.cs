using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Settings;

namespace Storyprint.Web.Caching;

/// <summary>Headers for a CDN in front of the site, beside those for browsers: how long it may cache a page, and the cache tags by which it can be told to purge it.</summary>
internal sealed class CdnHeaders(CurrentPublication publication)
{
    // The limit of Fastly and Cloudflare; a page with more tags can be purged by those that fit and by its address.
    private const int MaxTagsLength = 16_000;

    public void Write(IHeaderDictionary headers, IReadOnlyList<string> tags)
    {
        if (publication.Value.Cdn is not { } cdn)
        {
            return;
        }

        // RFC 9213. In Cache-Control it would apply to browsers too, which would go on showing what was already corrected.
        headers["CDN-Cache-Control"] = FormattableString.Invariant($"public, max-age={cdn.MaxAgeSeconds}, stale-while-revalidate={cdn.StaleWhileRevalidateSeconds}");
        if (cdn.TagHeader.Length > 0)
        {
            var separator = cdn.TagHeader.Equals("Surrogate-Key", StringComparison.OrdinalIgnoreCase) || cdn.TagHeader.Equals("xkey", StringComparison.OrdinalIgnoreCase) ? ' ' : ',';
            var text = string.Join(separator, tags.Select(Uri.EscapeDataString));
            headers[cdn.TagHeader] = text.Length <= MaxTagsLength ? text : text[..text.LastIndexOf(separator, MaxTagsLength)];
        }
    }
}
