using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Guests;
using Storyprint.Storage;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Drafts;
using Storyprint.Stories.Codes;
using Storyprint.Web.Rendering;

namespace Storyprint.NewsroomPages.Drafts;

/// <summary>Drafts to read, and links for guests to one of them.</summary>
internal static class DraftRoutes
{
    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/stories", async request =>
            await request.PageAsync<DraftsPage>((nameof(DraftsPage.Drafts), await request.Service<Stores>().Drafts.LatestAsync(Shown, request.Cancellation))));
        routes.MapGet(Access.SignedIn, "/stories/{code}", request => WithDraftAsync(request, ShowAsync));
        routes.MapPost(Access.Editors, "/stories/{code}/guests", request => WithDraftAsync(request, ShareAsync));
        routes.MapPost(Access.Editors, "/stories/{code}/guests/{digest}/revoke", async request =>
        {
            await request.Service<GuestLinks>().RevokeAsync(request.By, request.Route("digest"), request.Cancellation);
            return request.GoTo($"/stories/{request.Route("code")}", "guest-revoked");
        });
        routes.MapGet(Access.Anyone, "/guest/{token}", GuestAsync);
    }

    private static async Task<IResult> ShowAsync(NewsroomRequest request, Draft draft)
    {
        // Whoever reads what is not to be known yet is recorded.
        if (draft.DueAt is { } due && due > request.Room.Now)
        {
            await request.Service<AuditStore>().AppendAsync(
                request.By, AuditAct.EmbargoedDraftRead, draft.Code.Digits, after: due.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture), cancellation: request.Cancellation);
        }

        return await request.PageAsync<DraftPage>(
            (nameof(DraftPage.Draft), draft), (nameof(DraftPage.Page), await PageOfAsync(request, draft)), (nameof(DraftPage.Guests), await request.Service<GuestLinks>().OfAsync(draft.Code, request.Cancellation)));
    }

    private static async Task<IResult> ShareAsync(NewsroomRequest request, Draft draft)
    {
        var name = request.Text("name");
        if (name.Length is 0 or > 64 || !Enum.TryParse<GuestAccess>(request.Text("access"), ignoreCase: true, out var access) || !Enum.IsDefined(access)
            || !int.TryParse(request.Text("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > 30)
        {
            return request.GoTo($"/stories/{draft.Code}", "guest-failed");
        }

        var token = await request.Service<GuestLinks>().CreateAsync(request.By, draft.Code, access, name, TimeSpan.FromDays(days), request.Cancellation);
        return await request.PageAsync<People.LinkPage>(
            (nameof(People.LinkPage.Key), "guest-made"), (nameof(People.LinkPage.Name), name), (nameof(People.LinkPage.Address), request.Room.Origin.Address + request.Room.To($"/guest/{token}")));
    }

    private static async Task<IResult> GuestAsync(NewsroomRequest request) =>
        await request.Service<GuestLinks>().OpenAsync(request.Route("token"), request.NetworkAddress, request.Cancellation) is { } link
        && await request.Service<Stores>().Drafts.FindAsync(link.Story, request.Cancellation) is { } draft
            ? await request.PageAsync<GuestPage>((nameof(GuestPage.Draft), draft), (nameof(GuestPage.Page), await PageOfAsync(request, draft)), (nameof(GuestPage.Link), link))
            : await request.MessageAsync(StatusCodes.Status410Gone, "guest.gone");

    private static Task<PageContext> PageOfAsync(NewsroomRequest request, Draft draft) =>
        request.Service<PageContextFactory>().CreateAsync(request.Room.Publication.EditionOrMain(draft.Edition), request.Cancellation);

    private static async Task<IResult> WithDraftAsync(NewsroomRequest request, Func<NewsroomRequest, Draft, Task<IResult>> answer) =>
        StoryCode.TryFromDigits(request.Route("code"), out var code) && await request.Service<Stores>().Drafts.FindAsync(code, request.Cancellation) is { } draft
            ? await answer(request, draft) : await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");
}
