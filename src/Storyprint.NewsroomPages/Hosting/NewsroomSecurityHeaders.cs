using Microsoft.AspNetCore.Http;
using Storyprint.Web.Serving;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>The headers of every answer of the newsroom.</summary>
internal static class NewsroomSecurityHeaders
{
    public static void Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = SecurityHeaders.Policy(picture: "data: blob:");
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
}
