using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Caching;
using Storyprint.Web.Corrections;
using Storyprint.Web.Limits;
using Storyprint.Web.PrintPages;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Site;

/// <summary>The addresses readers use. What none of them answers goes on to <see cref="LegacyUrlFallback"/>.</summary>
public static class SiteRoutes
{
    /// <summary>The first part of an edition's addresses.</summary>
    internal const string EditionPattern = $"/{{edition:{EditionRouteConstraint.Name}}}";

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        MapStories(routes.MapGroup("/news"));
        routes.MapPage(RequestClass.Page, "/", async context => await context.Service<FrontPageHandler>().RunAsync(
            await context.Service<PageContextFactory>().OfAsync(context.Service<Publication>().MainEdition, context.RequestAborted), context.RequestAborted)).CachePage();
        var edition = routes.MapGroup(EditionPattern);
        MapLists(edition);
        MapArchive(edition.MapGroup("/archive").CachePage());
        MapTexts(edition);
    }

    private static void MapStories(RouteGroupBuilder news)
    {
        news.MapReading(RequestClass.Page, "/{id}/print", async (HttpContext context, string id, PrintPageHandler print, GoneOrNotFound missing) =>
        {
            PaperSize? paper = Enum.TryParse<PaperSize>(context.Request.Query["paper"], ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null;
            var page = RevisionId.TryParse(id, out var revision) ? await print.RunAsync(revision, paper, context.RequestAborted)
                : StoryCode.TryFromDigits(id, out var code) ? await print.RunAsync(code, paper, context.RequestAborted)
                : null;
            return (IResult?)page ?? await missing.PageAsync(id, context.RequestAborted);
        }).CachePage("paper", "a4", "letter");
        news.MapReading(RequestClass.Page, "/{id}/{slug?}", async (HttpContext context, string id, string? slug, StoryPageHandler story, GoneOrNotFound missing) =>
        {
            var page = RevisionId.TryParse(id, out var revision) && slug is null ? await story.RunAsync(revision, context.RequestAborted)
                : StoryCode.TryFromDigits(id, out var code) ? await story.RunAsync(code, slug, context.RequestAborted)
                : null;
            return page ?? await missing.PageAsync(id, context.RequestAborted);
        }).CachePage();
    }

    private static void MapLists(RouteGroupBuilder edition)
    {
        edition.MapReading(RequestClass.Page, "/", async (HttpContext context, PageContextFactory views, Publication publication, FrontPageHandler front, string edition) =>
            publication.Edition(edition) is not { } found ? await NotFoundAsync(context)
            : found == publication.MainEdition ? TypedResults.Redirect("/", permanent: true)
            : await front.RunAsync(await views.OfAsync(found, context.RequestAborted), context.RequestAborted)).CachePage();
        edition.MapEdition(RequestClass.Page, "/section/{slug}/{page:int?}", (context, view) =>
            context.Service<StoryListHandler>().SectionAsync(view, context.Text("slug"), context.Page(), context.RequestAborted)).CachePage();
        edition.MapEdition(RequestClass.Page, "/topic/{slug}/{page:int?}", (context, view) =>
            context.Service<StoryListHandler>().TopicAsync(view, context.Text("slug"), context.Page(), context.RequestAborted)).CachePage();
        edition.MapEdition(RequestClass.Page, "/byline/{slug}/{page:int?}", (context, view) =>
            context.Service<StoryListHandler>().AuthorAsync(view, context.Text("slug"), context.Page(), context.RequestAborted)).CachePage();
        edition.MapEdition(RequestClass.Search, "/search", (context, view) =>
            context.Service<SearchHandler>().RunAsync(view, SearchRequest.Read(context.Request.Query), context.RequestAborted));
    }

    private static void MapArchive(RouteGroupBuilder archive)
    {
        archive.MapEdition(RequestClass.Page, "/", (context, view) => context.Service<DateIndexHandler>().YearsAsync(view, context.RequestAborted));
        archive.MapEdition(RequestClass.Page, "/{year:int}", async (context, view) => context.Date(view) is { } date
            ? await context.Service<DateIndexHandler>().YearAsync(view, date.Year, context.RequestAborted) : null);
        archive.MapEdition(RequestClass.Page, "/{year:int}/{month:int}", async (context, view) => context.Date(view) is { } date
            ? await context.Service<DateIndexHandler>().MonthAsync(view, date.Year, date.Month!.Value, context.RequestAborted) : null);
        archive.MapEdition(RequestClass.Page, "/{year:int}/{month:int}/{day:int}/{page:int?}", async (context, view) => context.Date(view) is { } date
            ? await context.Service<StoryListHandler>().DayAsync(view, date, context.Page(), context.RequestAborted) : null);
    }

    private static void MapTexts(RouteGroupBuilder edition)
    {
        edition.MapEdition(RequestClass.Page, "/about", (context, view) => context.Service<StandingPageHandler>().AboutAsync(view)).CachePage();
        edition.MapEdition(RequestClass.Page, "/how-to-check", (context, view) => context.Service<HowToCheckHandler>().RunAsync(view, context.RequestAborted)).CachePage();
        edition.MapEdition(RequestClass.Page, "/policies", (context, view) => context.Service<StandingPageHandler>().PoliciesAsync(view)).CachePage();
        edition.MapEdition(RequestClass.Page, "/corrections/{page:int?}", (context, view) =>
            context.Service<CorrectionsHandler>().RunAsync(view, context.Page(), context.RequestAborted)).CachePage();
    }

    /// <summary>GET and HEAD alike.</summary>
    /// <param name="requestClass">What a request costs: no address is without a bound.</param>
    /// <remarks>
    /// The code that binds the handler's parameters is made when its address is first asked for: making it for every address costs
    /// a start several times what the first page needs.
    /// </remarks>
    internal static IEndpointConventionBuilder MapReading(this IEndpointRouteBuilder routes, RequestClass requestClass, string pattern, Delegate handler)
    {
        RequestDelegate? answer = null;
        return routes.MapMethods(pattern, Reading, context => (answer ??= Bind(handler, context))(context)).InClass(requestClass);
    }

    private static RequestDelegate Bind(Delegate handler, HttpContext context) => RequestDelegateFactory.Create(handler, new RequestDelegateFactoryOptions
    {
        ServiceProvider = context.RequestServices,
        RouteParameterNames = ((RouteEndpoint)context.GetEndpoint()!).RoutePattern.Parameters.Select(parameter => parameter.Name),
        ThrowOnBadRequest = false,
    }).RequestDelegate;

    /// <summary>GET and HEAD alike, for a handler that takes what it needs from the request itself.</summary>
    internal static IEndpointConventionBuilder MapPage(this IEndpointRouteBuilder routes, RequestClass requestClass, string pattern, Func<HttpContext, Task<IResult>> page) =>
        routes.MapMethods(pattern, Reading, async context => await (await page(context)).ExecuteAsync(context)).InClass(requestClass);

    /// <summary>A page of the edition that stands first in the path; no such edition, or no page, is a 404.</summary>
    internal static IEndpointConventionBuilder MapEdition<TAnswer>(
        this IEndpointRouteBuilder routes, RequestClass requestClass, string pattern, Func<HttpContext, PageContext, Task<TAnswer>> page)
        where TAnswer : IResult? =>
        routes.MapPage(requestClass, pattern, async context =>
        {
            var answer = context.Service<Publication>().Edition(context.Text("edition")) is { } edition && context.Page() is >= 1 and <= StoryListHandler.MaxPage
                ? (IResult?)await page(context, await context.Service<PageContextFactory>().OfAsync(edition, context.RequestAborted))
                : null;
            return answer ?? await NotFoundAsync(context);
        });

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static async Task<IResult> NotFoundAsync(HttpContext context) => await context.Service<SiteResponses>()
        .NotFoundAsync(await context.Service<PageContextFactory>().CreateForPathAsync(context.Request.Path, context.RequestAborted));

    extension(HttpContext context)
    {
        internal T Service<T>()
            where T : notnull => (T)context.RequestServices.GetService(typeof(T))!;

        internal string Text(string name) => context.GetRouteValue(name)?.ToString() ?? string.Empty;

        internal int Page() => Number(context, "page") ?? 1;

        internal CalendarDate? Date(PageContext view)
        {
            var date = new CalendarDate(view.Edition.Calendar, Number(context, "year") ?? 0, Number(context, "month"), Number(context, "day"));
            return date.Exists ? date : null;
        }
    }

    private static int? Number(HttpContext context, string name) =>
        int.TryParse(context.GetRouteValue(name)?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
