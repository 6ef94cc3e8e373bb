using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Caching;
using Storyprint.Web.Corrections;
using Storyprint.Web.Limits;
using Storyprint.Web.PrintPages;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Site;

/// <summary>The routes of the site. Other addresses go to <see cref="LegacyUrlFallback"/>.</summary>
public static class SiteRoutes
{
    /// <summary>The first segment of an edition's addresses.</summary>
    internal const string EditionPattern = $"/{{edition:{EditionRouteConstraint.Name}}}";

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        MapStories(routes.MapGroup("/news"));
        routes.MapPage(RequestClass.Page, "/", async context => await context.Service<FrontPageHandler>().RunAsync(
            await context.Service<PageContextFactory>().CreateAsync(context.Service<CurrentPublication>().Value.MainEdition, context.RequestAborted), context.RequestAborted)).CachePage();
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
        edition.MapReading(RequestClass.Page, "/", async (HttpContext context, PageContextFactory contexts, CurrentPublication publication, FrontPageHandler front, string edition) =>
            publication.Value.Edition(edition) is not { } found ? await NotFoundAsync(context)
            : found == publication.Value.MainEdition ? TypedResults.Redirect("/", permanent: true)
            : await front.RunAsync(await contexts.CreateAsync(found, context.RequestAborted), context.RequestAborted)).CachePage();
        edition.MapEdition(RequestClass.Page, "/section/{slug}/{page:int?}", (context, page) =>
            context.Service<StoryListHandler>().SectionAsync(page, context.Text("slug"), context.PageNumber(), context.RequestAborted)).CachePage();
        edition.MapEdition(RequestClass.Page, "/topic/{slug}/{page:int?}", (context, page) =>
            context.Service<StoryListHandler>().TopicAsync(page, context.Text("slug"), context.PageNumber(), context.RequestAborted)).CachePage();
        edition.MapEdition(RequestClass.Page, "/byline/{slug}/{page:int?}", (context, page) =>
            context.Service<StoryListHandler>().AuthorAsync(page, context.Text("slug"), context.PageNumber(), context.RequestAborted)).CachePage();
        edition.MapEdition(RequestClass.Search, "/search", (context, page) =>
            context.Service<SearchHandler>().RunAsync(page, SearchRequest.Read(context.Request.Query), context.RequestAborted));
    }

    private static void MapArchive(RouteGroupBuilder archive)
    {
        archive.MapEdition(RequestClass.Page, "/", (context, page) => context.Service<DateIndexHandler>().YearsAsync(page, context.RequestAborted));
        archive.MapEdition(RequestClass.Page, "/{year:int}", async (context, page) => context.Date(page) is { } date
            ? await context.Service<DateIndexHandler>().YearAsync(page, date.Year, context.RequestAborted) : null);
        archive.MapEdition(RequestClass.Page, "/{year:int}/{month:int}", async (context, page) => context.Date(page) is { } date
            ? await context.Service<DateIndexHandler>().MonthAsync(page, date.Year, date.Month!.Value, context.RequestAborted) : null);
        archive.MapEdition(RequestClass.Page, "/{year:int}/{month:int}/{day:int}/{page:int?}", async (context, page) => context.Date(page) is { } date
            ? await context.Service<StoryListHandler>().DayAsync(page, date, context.PageNumber(), context.RequestAborted) : null);
    }

    private static void MapTexts(RouteGroupBuilder edition)
    {
        edition.MapEdition(RequestClass.Page, "/about", (context, page) => context.Service<StandingPageHandler>().AboutAsync(page)).CachePage();
        edition.MapEdition(RequestClass.Page, "/how-to-check", (context, page) => context.Service<HowToCheckHandler>().RunAsync(page, context.RequestAborted)).CachePage();
        edition.MapEdition(RequestClass.Page, "/policies", (context, page) => context.Service<StandingPageHandler>().PoliciesAsync(page)).CachePage();
        edition.MapEdition(RequestClass.Page, "/corrections/{page:int?}", (context, page) =>
            context.Service<CorrectionsHandler>().RunAsync(page, context.PageNumber(), context.RequestAborted)).CachePage();
    }

    /// <summary>Maps GET and HEAD.</summary>
    /// <param name="requestClass">The bound its requests count against: no address is without one.</param>
    /// <remarks>
    /// The parameter binding of a handler is compiled at the first request to it: compiling all at start would cost several times what the first page needs.
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

    /// <summary>Maps GET and HEAD, for a handler that reads the request itself.</summary>
    internal static IEndpointConventionBuilder MapPage(this IEndpointRouteBuilder routes, RequestClass requestClass, string pattern, Func<HttpContext, Task<IResult>> handle) =>
        routes.MapMethods(pattern, Reading, async context => await (await handle(context)).ExecuteAsync(context)).InClass(requestClass);

    /// <summary>Maps a page of the edition in the first path segment; an unknown edition or a missing page is a 404.</summary>
    internal static IEndpointConventionBuilder MapEdition<TAnswer>(
        this IEndpointRouteBuilder routes, RequestClass requestClass, string pattern, Func<HttpContext, PageContext, Task<TAnswer>> handle)
        where TAnswer : IResult? =>
        routes.MapPage(requestClass, pattern, async context =>
        {
            var answer = context.Service<CurrentPublication>().Value.Edition(context.Text("edition")) is { } edition && context.PageNumber() is >= 1 and <= StoryListHandler.MaxPage
                ? (IResult?)await handle(context, await context.Service<PageContextFactory>().CreateAsync(edition, context.RequestAborted))
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

        internal int PageNumber() => Number(context, "page") ?? 1;

        internal CalendarDate? Date(PageContext page)
        {
            var date = new CalendarDate(page.Edition.Calendar, Number(context, "year") ?? 0, Number(context, "month"), Number(context, "day"));
            return date.Exists ? date : null;
        }
    }

    private static int? Number(HttpContext context, string name) =>
        int.TryParse(context.GetRouteValue(name)?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
