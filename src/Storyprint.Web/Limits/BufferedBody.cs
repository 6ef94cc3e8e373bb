using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Storyprint.Web.Limits;

/// <summary>
/// Takes in the body of a request whole, before it waits for a permit: whoever sends slowly holds none. What is longer than its address takes is not read.
/// </summary>
internal static class BufferedBody
{
    /// <summary>Says how long the bodies of these addresses may be, in bytes.</summary>
    public static TBuilder WithBufferedBody<TBuilder>(this TBuilder endpoints, int maxBytes)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new BufferedBodyMetadata(maxBytes));

    /// <summary>Whether the body was too long, and is empty now.</summary>
    public static bool IsTooLong(HttpContext context) => context.Features.Get<TooLong>() is not null;

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<BufferedBodyMetadata>() is { } limit)
        {
            var bytes = await ReadAsync(context.Request, limit.MaxBytes, context.RequestAborted);
            context.Features.Set(bytes is null ? new TooLong() : null);
            context.Request.Body = bytes ?? Stream.Null;
        }

        await next(context);
    }

    private static async Task<MemoryStream?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        var bytes = new MemoryStream();
        var buffer = new byte[8192];
        while (await request.Body.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > maxBytes)
            {
                return null;
            }
        }

        bytes.Position = 0;
        return bytes;
    }

    private sealed record BufferedBodyMetadata(int MaxBytes);

    private sealed class TooLong;
}
