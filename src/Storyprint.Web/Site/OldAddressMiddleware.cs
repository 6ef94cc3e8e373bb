using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Web.Caching;
using Storyprint.Web.Limits;

namespace Storyprint.Web.Site;

/// <summary>
/// Answers addresses of earlier systems. They win over everything but the exact address of a page of ours that exists, whatever route they look like; so the
/// own answer is made first and thrown away where it is none.
/// </summary>
internal sealed class OldAddressMiddleware(OldAddresses addresses, GoneOrNotFound missing, StoryStore stories, CurrentPublication publication)
{
    /// <summary>Whether a request's query may be part of an old address, so that it must not be answered by the page that ignores it.</summary>
    public static bool MayBeOfQuery(HttpRequest request)
    {
        if (!request.QueryString.HasValue || request.QueryString.Value!.Length < 2)
        {
            return false;
        }

        var isSearch = request.Path.Value!.TrimEnd('/').EndsWith("/search", StringComparison.Ordinal);
        return request.Query.Keys.Any(name => name != "paper" && !LegacyUrlForms.IsTracking(name)) && !(isSearch && request.Query.ContainsKey("q"));
    }

    /// <param name="isOfQuery">The answer of <see cref="MayBeOfQuery"/>.</param>
    /// <param name="fromCache">Answers from the page cache where the page is there.</param>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next, bool isOfQuery, Func<HttpContext, Task<bool>> fromCache)
    {
        var (request, cancellation) = (context.Request, context.RequestAborted);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            await next(context);
            return;
        }

        var (path, query) = (request.Path.Value ?? "/", request.QueryString.Value ?? string.Empty);
        if (isOfQuery && await addresses.OfQueryAsync(path, query, cancellation) is { } meant)
        {
            await AnswerAsync(context, meant);
        }
        else if (isOfQuery && await fromCache(context))
        {
            return;
        }
        else if (context.GetEndpoint()?.Metadata.GetMetadata<RequestClassMetadata>()?.Class is RequestClass.InMemory or RequestClass.Picture)
        {
            await AfterAsync(context, next, path, query);
        }
        else if (path.Length > 1 && await addresses.OfPathAsync(path, query, cancellation) is { } old && !await IsOursAsync(context, next, path))
        {
            await AnswerAsync(context, old);
        }
        else
        {
            await next(context);
        }
    }

    // Files are answered first: most of them exist, and none that is missing has a body.
    private async Task AfterAsync(HttpContext context, RequestDelegate next, string path, string query)
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentType: null } && (await addresses.OfPathAsync(path, query, context.RequestAborted) ?? await addresses.OfTargetAsync(path, context.RequestAborted)) is { } old)
        {
            await AnswerAsync(context, old);
        }
    }

    private async Task AnswerAsync(HttpContext context, OldAddress old)
    {
        switch (old)
        {
            case OldAddress.Gone(var code) when await stories.FindWithdrawnAsync(code, context.RequestAborted) is { } withdrawn:
                await (await missing.GoneAsync(withdrawn, context.RequestAborted)).ExecuteAsync(context);
                break;
            case OldAddress.Leads(var target):
                await TypedResults.Redirect(target, permanent: true).ExecuteAsync(context);
                break;
        }
    }

    // The page is made for nobody; only what it would have answered counts.
    private async Task<bool> IsOursAsync(HttpContext context, RequestDelegate next, string path)
    {
        using var body = new MemoryStream();
        var probe = SyntheticRequest.CreateLike(context, string.Empty, body);
        probe.RequestAborted = context.RequestAborted;
        await next(probe);
        return probe.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => false,
            StatusCodes.Status301MovedPermanently => IsExact(path.Trim('/')),
            _ => true,
        };
    }

    // Addresses that only lead on, and are printed and linked all the same. Not among them: a story's code with other words behind it.
    private bool IsExact(string path) => path.Split('/') switch
    {
        [var only] => publication.Value.Edition(only) is not null || RevisionId.TryParse(only, out _) || StoryCode.TryFromDigits(only, out _),
        ["news", var code] => StoryCode.TryFromDigits(code, out _),
        ["news", _, ..] => false,
        _ => true,
    };
}
