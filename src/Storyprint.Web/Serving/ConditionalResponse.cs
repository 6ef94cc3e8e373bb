using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Storyprint.Web.Serving;

/// <summary>Conditional GET and HEAD (RFC 9110, 13.1.2): the one place that compares entity tags and sends a body or none.</summary>
internal static class ConditionalResponse
{
    /// <summary>The first of some entity tags that the client says it has; null where it has none of them. A malformed header counts as none.</summary>
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

    /// <summary>Sends a body with its length; the length alone in answer to HEAD.</summary>
    public static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
