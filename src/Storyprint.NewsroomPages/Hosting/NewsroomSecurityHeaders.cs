using Microsoft.AspNetCore.Http;
using Storyprint.Web.Serving;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>The headers of every answer of the newsroom.</summary>
internal static class NewsroomSecurityHeaders
{
    public static void Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = SecurityHeaders.Policy(picture: "data: blob:") + "; frame-src 'self'";
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
    public static void AllowFrame(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = SecurityHeaders.Policy().Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
        headers.XFrameOptions = "SAMEORIGIN";
    }
}
