using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.FrontPages;
using Storyprint.Stories.Workflow;
using Storyprint.Web.Rendering;
using Storyprint.Web.Site;

namespace Storyprint.NewsroomPages.Front;

/// <summary>Where editors arrange the front pages.</summary>
internal static class FrontRoutes
{
    private const int Offered = 40;

    private static readonly Access Access = Access.Holding(Grant.Front);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access, "/front", request => Task.FromResult(request.GoTo($"/front/{request.Room.Publication.MainEdition.Language}")));
        routes.MapGet(Access, "/front/{language}", request => WithEditionAsync(request, edition => DeskAsync(request, edition)));
        routes.MapPost(Access, "/front/{language}", request => WithEditionAsync(request, edition => ChangeAsync(request, edition)));
        routes.MapGet(Access, "/front/{language}/preview", request => WithEditionAsync(request, edition => PreviewAsync(request, edition)));
    }

    private static async Task<IResult> ChangeAsync(NewsroomRequest request, Edition edition)
    {
        var (store, path) = (request.Service<Stores>().Settings, $"/front/{edition.Language}");
        var desk = await FrontDesk.ReadAsync(store, edition, request.Room.Now, request.Cancellation);
        if (long.TryParse(request.Text("seen"), out var seen))
        {
            desk = desk with { Seen = seen };
        }

        var (outcome, done) = request.Text("do") switch
        {
            "show" => (await desk.ShowAsync(store, request.By, request.Cancellation), "front-shown"),
            "discard" => (await desk.DiscardAsync(store, request.By, request.Cancellation), "front-discarded"),
            _ => (null, "front-kept"),
        };
        if (outcome is null)
        {
            var page = await request.Service<PageContextFactory>().CreateAsync(edition, request.Cancellation);
            var (arrangement, fault) = FrontCommand.Apply(request, desk, Blocks(page, desk.Arrangement));
            if (arrangement is null)
            {
                return await DeskAsync(request, edition, StatusCodes.Status400BadRequest, request.Room.T(fault!));
            }

            outcome = await desk.KeepAsync(store, request.By, arrangement, request.Cancellation);
        }

        return outcome switch
        {
            SettingsOutcome.Done => request.GoTo(path, done),
            SettingsOutcome.Refused refused => await DeskAsync(request, edition, StatusCodes.Status400BadRequest, string.Join(" ", refused.Problems.Select(request.Room.Say))),
            SettingsOutcome.Overtaken overtaken => await DeskAsync(request, edition, StatusCodes.Status409Conflict, request.Room.T("settings.overtaken.by", overtaken.Newest.ChangedBy)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<IResult> DeskAsync(NewsroomRequest request, Edition edition, int status = StatusCodes.Status200OK, string? fault = null)
    {
        var stores = request.Service<Stores>();
        var desk = await FrontDesk.ReadAsync(stores.Settings, edition, request.Room.Now, request.Cancellation);
        var page = await request.Service<PageContextFactory>().CreateAsync(edition, request.Cancellation);
        var (front, sections) = await request.Service<FrontPageHandler>().ComposeAsync(page, desk.Arrangement, request.Cancellation);
        var newest = await stores.Lists.LatestAsync(edition.Language, 0, Offered, request.Cancellation);
        var pinned = await stores.Lists.ListedAsync(edition.Language, [.. desk.Arrangement.Pins.Select(pin => pin.Code).OfType<StoryCode>()], request.Cancellation);
        return await request.PageAsync<FrontDeskPage>(
            status, (nameof(FrontDeskPage.Desk), desk), (nameof(FrontDeskPage.Slots), FrontSlots.Of(desk.Arrangement, front, [.. Named(sections)], pinned)),
            (nameof(FrontDeskPage.Newest), newest), (nameof(FrontDeskPage.Fault), fault), (nameof(FrontDeskPage.Page), page));
    }

    // The very page that readers would get, for a frame of this page only.
    private static async Task<IResult> PreviewAsync(NewsroomRequest request, Edition edition)
    {
        var desk = await FrontDesk.ReadAsync(request.Service<Stores>().Settings, edition, request.Room.Now, request.Cancellation);
        var page = await request.Service<PageContextFactory>().CreateAsync(edition, request.Cancellation);
        var result = await request.Service<FrontPageHandler>().RunAsync(page, desk.Arrangement, request.Cancellation);
        NewsroomSecurityHeaders.AllowFrame(request.Context.Response.Headers);
        return new NewsroomPageResult(result.Body, StatusCodes.Status200OK);
    }

    private static IEnumerable<(SectionName Section, IReadOnlyList<StorySummary> Cards)> Named(IReadOnlyList<(SectionName? Section, IReadOnlyList<StorySummary> Cards)> sections) =>
        sections.Where(block => block.Section is not null).Select(block => (block.Section!, block.Cards));

    private static List<string> Blocks(PageContext page, FrontArrangement arrangement) =>
        [.. arrangement.Sections.Select(slug => page.Sections.Named(slug)?.Slug).OfType<string>().Concat(page.Menu.Select(section => section.Slug)).Distinct()];

    private static async Task<IResult> WithEditionAsync(NewsroomRequest request, Func<Edition, Task<IResult>> answer) =>
        request.Room.Publication.Edition(request.Route("language")) is { } edition ? await answer(edition) : await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");
}
