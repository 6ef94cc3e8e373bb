using Microsoft.AspNetCore.Http;
using Storyprint.Stories.Editions;
using Storyprint.Web.Serving;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>The headers of every answer of the newsroom.</summary>
internal static class NewsroomSecurityHeaders
{
    /// <param name="provider">Where people sign in elsewhere, which the form of that button leads to; null for nowhere.</param>
    public static void Write(IHeaderDictionary headers, PublicationOpenIdConnect? provider = null)
    {
        headers.ContentSecurityPolicy = SecurityHeaders.Policy(picture: "data: blob:") + "; frame-src 'self'";
        if (provider is not null && Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority))
        {
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString().Replace("form-action 'self'", $"form-action 'self' {authority.GetLeftPart(UriPartial.Authority)}", StringComparison.Ordinal);
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";

        // As the framework writes it beside the token of a form.
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
    }

    /// <summary>For a page that another page of the newsroom shows in a frame: a preview.</summary>
    /// <param name="policy">The policy of that page; null for that of a page without a style of its own.</param>
    public static void AllowFrame(IHeaderDictionary headers, string? policy = null)
    {
        headers.ContentSecurityPolicy = (policy ?? SecurityHeaders.Policy()).Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
        headers.XFrameOptions = "SAMEORIGIN";
    }
}
