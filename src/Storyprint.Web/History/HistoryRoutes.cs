using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Stories.Codes;
using Storyprint.Web.Caching;
using Storyprint.Web.Limits;
using Storyprint.Web.Site;

namespace Storyprint.Web.History;

/// <summary>Routes of a story's history: the list of its revisions, and the comparison of any two.</summary>
public static class HistoryRoutes
{
    public static void MapHistory(this IEndpointRouteBuilder routes)
    {
        routes.MapReading(RequestClass.Page, "/news/{id}/history", async (HttpContext context, string id, HistoryHandler history, GoneOrNotFound missing) =>
            StoryCode.TryFromDigits(id, out var code) && await history.RunAsync(code, context.RequestAborted) is { } page
                ? (IResult)page
                : await missing.PageAsync(id, context.RequestAborted)).CachePage();
        routes.MapReading(RequestClass.Search, "/news/{id}/compare/{pair}", async (HttpContext context, string id, string pair, ComparisonHandler comparison, GoneOrNotFound missing) =>
            StoryCode.TryFromDigits(id, out var code) && pair.Split('-') is [var before, var after]
                ? await AnswerAsync(context, code, Number(before), Number(after), comparison)
                : await missing.PageAsync(id, context.RequestAborted)).CachePage();

        // The target of the history page's form, which can only send a query.
        routes.MapReading(RequestClass.Search, "/news/{id}/compare", async (HttpContext context, string id, ComparisonHandler comparison, GoneOrNotFound missing) =>
            StoryCode.TryFromDigits(id, out var code)
                ? await AnswerAsync(context, code, Number(context.Request.Query["from"]), Number(context.Request.Query["to"]), comparison)
                : await missing.PageAsync(id, context.RequestAborted));
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, StoryCode code, RevisionNumber? before, RevisionNumber? after, ComparisonHandler comparison)
    {
        var path = (before, after) switch
        {
            ({ } one, { } other) when one == other => $"/news/{code}/history",
            ({ } one, { } other) => $"/news/{code}/compare/{Math.Min(one.Value, other.Value)}-{Math.Max(one.Value, other.Value)}",
            _ => null,
        };
        IResult? answer = path is null ? null
            : path == context.Request.Path ? await comparison.RunAsync(code, before!.Value, after!.Value, context.RequestAborted)
            : await comparison.IsThereAsync(code, before!.Value, after!.Value, context.RequestAborted) ? TypedResults.Redirect(path)
            : null;
        return answer ?? await context.Service<GoneOrNotFound>().RevisionPageAsync(code, context.RequestAborted);
    }

    private static RevisionNumber? Number(string? text) =>
        text is { Length: <= 6 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new RevisionNumber(number)
            : null;
}
