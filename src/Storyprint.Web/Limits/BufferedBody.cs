using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Storyprint.Web.Limits;

/// <summary>
/// Takes in the body of a request whole, before it waits for a permit: whoever sends slowly holds none. Of what is longer than its address takes nothing is kept.
/// </summary>
internal static class BufferedBody
{
    private const long MaxForgotten = 4 << 20;

    // A photograph over a poor connection comes within this time.
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(90);

    /// <summary>Says how long the bodies of these addresses may be, in bytes.</summary>
    public static TBuilder WithBufferedBody<TBuilder>(this TBuilder endpoints, int maxBytes)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new BufferedBodyMetadata(maxBytes));

    /// <summary>Whether the body was too long, and is empty now.</summary>
    public static bool IsTooLong(HttpContext context) => context.Features.Get<TooLong>() is not null;

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<BufferedBodyMetadata>() is not { } limit)
        {
            await next(context);
            return;
        }

        using var place = limit.MaxBytes > MaxForgotten ? LargeBodies.Take(context.Request) : null;
        if (place is { IsTaken: false })
        {
            await context.RequestServices.GetRequiredService<BusyResponses>().WriteAsync(context, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        // The server's own limit is that of a small form.
        if (limit.MaxBytes > MaxForgotten && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = limit.MaxBytes + MaxForgotten;
        }

        var bytes = await ReadOrNullAsync(context.Request, limit.MaxBytes, context.RequestAborted);
        context.Features.Set(bytes is null ? new TooLong() : null);
        context.Request.Body = bytes ?? Stream.Null;
        await next(context);
    }

    private static async Task<MemoryStream?> ReadOrNullAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Slowest);
            return await ReadAsync(request, maxBytes, patience.Token);
        }
        catch (BadHttpRequestException)
        {
            // The server itself takes no body as long as that.
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It came too slowly.
            return null;
        }
    }

    private static async Task<MemoryStream?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        var (bytes, read) = (new MemoryStream(), 0L);
        var buffer = new byte[8192];

        // A browser that is still sending does not see an answer, so a little more than is taken is read and forgotten.
        while (read <= Math.Max(maxBytes, MaxForgotten) && await request.Body.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            read += count;
            if (read <= maxBytes)
            {
                bytes.Write(buffer, 0, count);
            }
        }

        bytes.Position = 0;
        return read <= maxBytes ? bytes : null;
    }

    private sealed record BufferedBodyMetadata(int MaxBytes);

    private sealed class TooLong;
}
