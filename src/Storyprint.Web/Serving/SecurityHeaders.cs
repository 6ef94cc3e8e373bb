using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Storyprint.Web.Serving;

/// <summary>The security headers of every page: no scripts but our own files, no frames, no foreign content.</summary>
public static class SecurityHeaders
{
    /// <param name="style">An additional style source, such as the hash of a style element.</param>
    /// <param name="picture">An additional picture source.</param>
    public static string Policy(string style = "", string picture = "") =>
        $"default-src 'none'; img-src {$"'self' {picture}".TrimEnd()}; font-src 'self'; media-src 'self'; script-src 'self'; style-src 'self' {style}".TrimEnd()
        + "; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <param name="camera">Who may ask for the camera: nobody, or <c>self</c>.</param>
    public static string Permissions(string camera = "") => $"camera=({camera}), microphone=(), geolocation=(), browsing-topics=()";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Write(context.Response.Headers);
        return next(context);
    });

    /// <summary>Those of every page.</summary>
    internal static void Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy();
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = Permissions();
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
