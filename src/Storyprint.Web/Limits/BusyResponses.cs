using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Limits;

/// <summary>Tells a reader that too much is asked for at once, in the language of the edition. Rendered once an edition: a flood must not pay for its own refusal.</summary>
internal sealed class BusyResponses(PageContextFactory contexts, SiteResponses pages)
{
    // Seconds. A little apart, so that those who were refused together do not come back together.
    private const int SoonestRetry = 2;
    private const int LatestRetry = 6;

    private readonly ConcurrentDictionary<(string Language, int Status), Task<PageResult>> rendered = new();

    /// <param name="status">503 where the machine has no room, 429 where this address asked too often.</param>
    public async Task WriteAsync(HttpContext context, int status)
    {
        context.Response.Clear();
        SecurityHeaders.Write(context.Response.Headers);
        context.Response.Headers.RetryAfter = Random.Shared.Next(SoonestRetry, LatestRetry).ToString(CultureInfo.InvariantCulture);
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            var isTooMany = status == StatusCodes.Status429TooManyRequests;
            await ProblemResult.Of(status, isTooMany ? "Too many requests from this address" : "Too many requests at once", "Try again in a few seconds.").ExecuteAsync(context);
            return;
        }

        var page = contexts.CreateOffline(context.Request.Path);
        var result = await rendered.GetOrAdd((page.Language, status), _ => status == StatusCodes.Status429TooManyRequests ? pages.TooManyRequestsAsync(page) : pages.BusyAsync(page));
        await result.ExecuteAsync(context);
    }
}
