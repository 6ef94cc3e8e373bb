using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Storyprint.Web.Caching;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Media;

/// <summary>A file of the bundle, in the smallest form that the client accepts of those made when the program was built (RFC 9110, 12.5.3).</summary>
/// <param name="file">A name that the bundle has.</param>
internal sealed class AssetResult(PageAssets assets, string file) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (httpContext.Features.Get<InProcessCapture>() is not null || assets.ReadCompressed(file, "gzip") is not { } gzip)
        {
            return new PageResult(assets.ReadFile(file)!, PageAssets.MediaType(file)) { CacheControl = MediaRoutes.ForEver }.ExecuteAsync(httpContext);
        }

        var accepted = AcceptedEncodings.Read(httpContext.Request.Headers.AcceptEncoding);
        return (accepted.Brotli, accepted.Gzip) switch
        {
            (true, _) when assets.ReadCompressed(file, "br") is { } brotli => SendAsync(httpContext, brotli, "br"),
            (_, true) => SendAsync(httpContext, gzip, "gzip"),
            _ => SendAsync(httpContext, assets.ReadFile(file)!, null),
        };
    }

    private Task SendAsync(HttpContext context, byte[] body, string? encoding)
    {
        // The name says what the bytes are; each form of them has a tag of its own.
        var tag = new EntityTagHeaderValue(encoding is null ? $"\"{file}\"" : $"\"{file}-{encoding}\"");
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ETag = tag.ToString();
        headers.CacheControl = MediaRoutes.ForEver;
        if (ConditionalResponse.Matching(context.Request, tag) is not null)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentEncoding = encoding;
        context.Response.ContentType = PageAssets.MediaType(file);
        return ConditionalResponse.SendAsync(context, body);
    }
}
