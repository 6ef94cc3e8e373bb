using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Storyprint.Web.Serving;

/// <summary>Conditional GET and HEAD (RFC 9110, 13.1.2): the one place that compares entity tags and decides whether to send a body.</summary>
internal static class ConditionalResponse
{
    /// <summary>The first of these entity tags that the client has; null for none. A malformed header counts as none.</summary>
    public static EntityTagHeaderValue? Matching(HttpRequest request, params ReadOnlySpan<EntityTagHeaderValue?> tags)
    {
        if (request.Headers.IfNoneMatch is not { Count: > 0 } header || !EntityTagHeaderValue.TryParseList(header.ToArray()!, out var known))
        {
            return null;
        }

        foreach (var tag in tags)
        {
            if (tag is not null && known.Any(each => each.Equals(EntityTagHeaderValue.Any) || each.Compare(tag, useStrongComparison: false)))
            {
                return tag;
            }
        }

        return null;
    }

    /// <summary>Sends a body with its length; for HEAD, the length alone.</summary>
    public static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = body.Length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Task.CompletedTask;
        }

        // Without the token of a client that leaves: the server would make one for every request, and writes for a client that has left end at once anyway.
        var written = context.Response.BodyWriter.WriteAsync(body);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }
}
