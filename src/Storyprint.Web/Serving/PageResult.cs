using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Storyprint.Web.Serving;

/// <summary>The bytes of a page with its headers for browsers and caches.</summary>
/// <param name="Style">The rules of the page's single style element, which may hold pictures; null where it has none.</param>
public sealed record PageResult(byte[] Body, string MediaType, int Status = StatusCodes.Status200OK, string? Style = null) : IResult
{
    /// <summary>How long browsers may cache it without revalidation, and how long a shared cache may.</summary>
    public string CacheControl { get; init; } = "public, max-age=0, s-maxage=30, must-revalidate";

    /// <summary>The page's own <c>Referrer-Policy</c>, or null for the default.</summary>
    public string? Referrer { get; init; }

    /// <summary>Whether the page may ask its reader for the camera; no other may.</summary>
    public bool UsesCamera { get; init; }

    /// <summary>False for a page that search engines shall pass over; the answer itself says so, whatever the page says.</summary>
    public bool IsIndexed { get; init; } = true;

    /// <summary>The page's Content-Security-Policy, which allows its own style by its hash.</summary>
    public string Policy => Style is null
        ? SecurityHeaders.Policy()
        : SecurityHeaders.Policy($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'", Style.Contains("url(data:", StringComparison.Ordinal) ? "data:" : string.Empty);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        if (httpContext.Features.Get<InProcessCapture>() is { } taken)
        {
            taken.Body = Body;
            return;
        }

        if (Referrer is not null)
        {
            response.Headers["Referrer-Policy"] = Referrer;
        }

        if (UsesCamera)
        {
            response.Headers["Permissions-Policy"] = SecurityHeaders.Permissions(camera: "self");
        }

        if (!IsIndexed)
        {
            response.Headers["X-Robots-Tag"] = "noindex";
        }

        if (Style is not null)
        {
            response.Headers.ContentSecurityPolicy = Policy;
        }

        if (Status == StatusCodes.Status200OK)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, 10))}\"");
            response.Headers.ETag = tag.ToString();
            response.Headers.CacheControl = CacheControl;
            if (ConditionalResponse.Matching(httpContext.Request, tag) is not null)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                return;
            }
        }
        else
        {
            response.Headers.CacheControl = "no-store";
        }

        await ConditionalResponse.SendAsync(httpContext, Body);
    }
}
