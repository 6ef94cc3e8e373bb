using Microsoft.AspNetCore.Http;
using Storyprint.Stories.Editions;

namespace Storyprint.Web.Serving.Pages;

/// <summary>What a network in front of the site is told beside what browsers are: how long it may keep a page, and by which words it can be told to let it go.</summary>
internal sealed class CdnHeaders(Publication publication)
{
    // The most that Fastly and Cloudflare read; a page with more can be purged by those that fit and by its address.
    private const int MostTags = 16_000;

    public void Write(IHeaderDictionary headers, IReadOnlyList<string> tags)
    {
        if (publication.Cdn is not { } cdn)
        {
            return;
        }

        // RFC 9213. To Cache-Control it would reach browsers, which would show a reader what was already corrected.
        headers["CDN-Cache-Control"] = FormattableString.Invariant($"public, max-age={cdn.Seconds}, stale-while-revalidate={cdn.StaleSeconds}");
        if (cdn.TagHeader.Length > 0)
        {
            var separator = cdn.TagHeader.Equals("Surrogate-Key", StringComparison.OrdinalIgnoreCase) || cdn.TagHeader.Equals("xkey", StringComparison.OrdinalIgnoreCase) ? ' ' : ',';
            var text = string.Join(separator, tags.Select(Uri.EscapeDataString));
            headers[cdn.TagHeader] = text.Length <= MostTags ? text : text[..text.LastIndexOf(separator, MostTags)];
        }
    }
}
