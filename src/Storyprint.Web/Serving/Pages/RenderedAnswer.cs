using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Storyprint.Web.Serving.Pages;

/// <summary>What a rendering came to: a page, or something else that is told to all who asked and not kept.</summary>
internal abstract record RenderedAnswer
{
    private RenderedAnswer()
    {
    }

    public sealed record Page(KeptPage Kept) : RenderedAnswer;

    /// <summary>A redirect, or a page that says what is not there.</summary>
    public sealed record Other(int Status, IReadOnlyList<KeyValuePair<string, StringValues>> Headers, ReadOnlyMemory<byte> Body) : RenderedAnswer
    {
        public async Task AnswerAsync(HttpContext context)
        {
            var response = context.Response;
            response.StatusCode = Status;
            foreach (var (name, value) in Headers)
            {
                response.Headers[name] = value;
            }

            if (Body.Length > 0)
            {
                response.ContentLength = Body.Length;
                if (!HttpMethods.IsHead(context.Request.Method))
                {
                    await response.Body.WriteAsync(Body, context.RequestAborted);
                }
            }
        }
    }
}
