using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Mail.Outbox;
using Storyprint.Mail.Smtp;
using Storyprint.NewsroomPages.Drafts.Scans;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Mail;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.People.Guests;
using Storyprint.Storage;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts;

/// <summary>Drafts to read and to comment on, the desk they belong to, links for guests, and what guests handed in.</summary>
internal static class DraftRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/stories/{code}", request => DraftRequest.WithAsync(request, StoryVerb.Read, ShowAsync));
        routes.MapPost(Access.SignedIn, "/stories/{code}/desk", request => DraftRequest.WithAsync(request, StoryVerb.HandOver, HandOverAsync));
        routes.MapPost(Access.Editors, "/stories/{code}/guests", request => DraftRequest.WithAsync(request, StoryVerb.Share, ShareAsync));
        routes.MapPost(Access.Editors, "/stories/{code}/guests/{digest}/revoke", request => DraftRequest.WithAsync(request, StoryVerb.Share, RevokeAsync));
        routes.MapPost(Access.Editors, "/stories/{code}/copy/{id}/take", request => DraftRequest.WithAsync(request, StoryVerb.Edit, TakeAsync));
        routes.MapPost(Access.Editors, "/stories/{code}/copy/{id}/aside", request => DraftRequest.WithAsync(request, StoryVerb.Edit, SetAsideAsync));
    }

    private static async Task<IResult> ShowAsync(DraftRequest work)
    {
        var (request, draft) = (work.Request, work.Draft);

        var stores = request.Service<Stores>();
        var today = ScanCount.DayOf(request.Room.Publication, request.Room.Now);
        return await request.PageAsync<DraftPage>(
            (nameof(DraftPage.Draft), draft), (nameof(DraftPage.Page), await work.PageAsync()), (nameof(DraftPage.Allowed), work.Allowed),
            (nameof(DraftPage.Guests), await request.Service<GuestLinks>().OfAsync(draft.Code, request.Cancellation)), (nameof(DraftPage.Desk), work.Story.Desk),
            (nameof(DraftPage.Desks), await request.Service<DeskDirectory>().ListAsync(request.Cancellation)), (nameof(DraftPage.Comments), await stores.DraftComments.OfAsync(draft.Code, request.Person.Id, request.Cancellation)),
            (nameof(DraftPage.Work), work.Work), (nameof(DraftPage.People), await request.Service<PersonDirectory>().ListAsync(request.Cancellation)),
            (nameof(DraftPage.Today), today), (nameof(DraftPage.Scans), await stores.ScanCounts.OfAsync(draft.Code, today.AddDays(1 - ScansView.Days), request.Cancellation)),
            (nameof(DraftPage.Corrected), await stores.CorrectedOriginals.OfAsync(draft.Code, request.Cancellation)),
            (nameof(DraftPage.Proposals), await stores.Proposals.OpenOnesAsync(draft.Code, request.Cancellation)), (nameof(DraftPage.Copy), await stores.FiledCopy.OfAsync(draft.Code, request.Cancellation)));
    }

    /// <summary>Until when a draft is not to be known, in the words of the record; null for one without an hour of release that is still to come.</summary>
    internal static string? EmbargoOf(NewsroomRequest request, Draft draft) =>
        draft.DueAt is { } due && due > request.Room.Now ? due.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture) : null;

    private static async Task<IResult> HandOverAsync(DraftRequest work)
    {
        var desk = work.Request.Text("desk") is { Length: > 0 } slug ? slug : null;
        return work.GoBack(await work.Request.Service<StoryDesks>().HandOverAsync(work.Request.By, work.Draft.Code, desk, work.Request.Cancellation) ? "handed-over" : "handed-over-not");
    }

    private static async Task<IResult> ShareAsync(DraftRequest work)
    {
        var (request, draft) = (work.Request, work.Draft);
        var name = request.Text("name");
        if (SignInNames.FaultOfDisplayName(name) is not null)
        {
            return work.GoBack("guest-name");
        }

        if (!Enum.TryParse<GuestAccess>(request.Text("access"), ignoreCase: true, out var access) || !Enum.IsDefined(access)
            || !int.TryParse(request.Text("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > 30)
        {
            return work.GoBack("guest-failed");
        }

        var lifetime = TimeSpan.FromDays(days);
        var address = request.Text("email") is { Length: > 0 } typed && MailRoutes.ServerOf(request) is not null && MailAddress.IsValid(typed) ? typed : null;
        var token = await request.Service<GuestLinks>().CreateAsync(request.By, draft.Code, access, name, lifetime, address is null ? null : MailAsync, request.Cancellation);
        return await request.PageAsync<People.LinkPage>(
            (nameof(People.LinkPage.Key), "guest-made"), (nameof(People.LinkPage.Name), name), (nameof(People.LinkPage.MailedTo), address), (nameof(People.LinkPage.BackTo), ($"/stories/{draft.Code}", draft.Content.Headline)),
            (nameof(People.LinkPage.Address), request.Room.Origin.Address + request.Room.To(GuestRoutes.PathOf(token!))));

        async Task MailAsync(DbTransaction transaction, string made) => await request.Service<MailOutbox>().AppendAsync(transaction, await request.Service<LetterWriter>().WriteAsync(
            request.Letters.Guest(address, name, draft.Edition, GuestRoutes.PathOf(made), request.Person.DisplayName, request.Room.Now + lifetime)), request.Cancellation);
    }

    private static async Task<IResult> RevokeAsync(DraftRequest work)
    {
        await work.Request.Service<GuestLinks>().RevokeAsync(work.Request.By, work.Draft.Code, work.Request.Route("digest"), work.Request.Cancellation);
        return work.GoBack("guest-revoked");
    }

    private static async Task<IResult> TakeAsync(DraftRequest work) => work.GoBack(await work.Request.Service<Stores>().FiledCopy.TakeAsync(
        work.Request.By, work.Draft.Code, work.Request.Route("id"), work.Request.Text("with-headline") == "yes", work.Request.Cancellation) ? "copy-taken" : "copy-decided");

    private static async Task<IResult> SetAsideAsync(DraftRequest work) =>
        work.GoBack(await work.Request.Service<Stores>().FiledCopy.SetAsideAsync(work.Request.By, work.Draft.Code, work.Request.Route("id"), work.Request.Cancellation) ? "copy-aside" : "copy-decided");
}
