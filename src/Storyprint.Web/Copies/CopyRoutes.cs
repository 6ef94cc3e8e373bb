using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Extraction;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Web.Limits;
using Storyprint.Web.Rendering;
using Storyprint.Web.Site;

namespace Storyprint.Web.Copies;

/// <summary>Routes for whoever checks a copy: the page of each edition, and the same for programs.</summary>
public static class CopyRoutes
{
    public static void MapCopies(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(RequestClass.Page, "/check", context => Task.FromResult<IResult>(TypedResults.Redirect(
            $"/{context.Service<CurrentPublication>().Value.MainEdition.Language}/check{context.Request.QueryString}")));
        routes.MapGroup(SiteRoutes.EditionPattern).MapEdition(
            RequestClass.Page, "/check", (context, page) => context.Service<CheckCopyHandler>().FormAsync(page, context.Request.Query["code"], context.Request.Query["found"], context.RequestAborted));
        MapForm(routes, "/check", publication => publication.MainEdition);
        MapForm(routes, $"{SiteRoutes.EditionPattern}/check", publication => null);
        routes.MapMethods("/api/v1/check", [HttpMethods.Post], async context =>
            await (await context.Service<CheckCopyApi>().RunAsync(context, context.RequestAborted)).ExecuteAsync(context)).InClass(RequestClass.Check).WithBufferedBody(CopyFileReading.MaxBody).TakesFile();
    }

    private static void MapForm(IEndpointRouteBuilder routes, string pattern, Func<Publication, Edition?> edition) => routes.MapMethods(pattern, [HttpMethods.Post], async context =>
    {
        var publication = context.Service<CurrentPublication>().Value;
        var page = await context.Service<PageContextFactory>().CreateAsync(edition(publication) ?? publication.EditionOrMain(context.Text("edition")), context.RequestAborted);
        var handler = context.Service<CheckCopyHandler>();
        var form = BufferedBody.IsTooLong(context) ? null : await CopyFileReading.FormAsync(context);
        var answer = form is null ? await handler.RefuseAsync(page, BufferedBody.IsTooLong(context), context.RequestAborted)
            : context.Features.Get<CopyFile>() is { } file ? await handler.RunAsync(page, file.Outcome, form["code"], context.RequestAborted)
            : await handler.RunAsync(page, form["text"], form["code"], context.RequestAborted);
        if (context.Features.Get<CopyFile>() is { Outcome: ExtractionOutcome.Refused refused } && FileRefusal.RetryAfter(refused.Reason) is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await answer.ExecuteAsync(context);
    }).InClass(RequestClass.Check).WithBufferedBody(CopyFileReading.MaxBody).TakesFile();
}
