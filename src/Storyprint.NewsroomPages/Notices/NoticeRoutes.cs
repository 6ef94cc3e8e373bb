using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Notices;

namespace Storyprint.NewsroomPages.Notices;

/// <summary>What a person was told, and what it chooses to be mailed.</summary>
internal static class NoticeRoutes
{
    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/notices", async request => await request.PageAsync<NoticesPage>(
            (nameof(NoticesPage.Notices), await request.Service<NoticeBoard>().OfAsync(request.Person.Id, Shown, request.Cancellation))));
        routes.MapGet(Access.SignedIn, "/notices/{id}", OpenAsync);
        routes.MapPost(Access.SignedIn, "/notices/read", async request =>
        {
            await request.Service<NoticeBoard>().MarkReadAsync(request.Person.Id, null, request.Cancellation);
            return request.GoTo("/notices", "notices-read");
        });
        routes.MapGet(Access.SignedIn, "/account/notices", ChoicesPageAsync);
        routes.MapPost(Access.SignedIn, "/account/notices", ChooseAsync);
    }

    private static async Task<IResult> OpenAsync(NewsroomRequest request)
    {
        var board = request.Service<NoticeBoard>();
        var notice = (await board.OfAsync(request.Person.Id, Shown, request.Cancellation)).FirstOrDefault(each => each.Id == request.Route("id"));
        if (notice is { ReadAt: null })
        {
            await board.MarkReadAsync(request.Person.Id, notice.Id, request.Cancellation);
        }

        return request.GoTo(notice is null ? "/notices" : NoticeSentence.PathOf(notice));
    }

    private static async Task<IResult> ChoicesPageAsync(NewsroomRequest request) => await request.PageAsync<NoticeChoicesPage>(
        (nameof(NoticeChoicesPage.Choices), await request.Service<NoticeBoard>().ChoicesAsync(request.Person.Id, request.Cancellation)),
        (nameof(NoticeChoicesPage.DailyAt), await request.Service<DailyLists>().OfAsync(request.Person.Id, request.Cancellation)));

    private static async Task<IResult> ChooseAsync(NewsroomRequest request)
    {
        var choices = NoticeKind.All.Where(kind => request.Form.ContainsKey($"mail-{kind.Word}")).ToDictionary(
            kind => kind,
            kind => request.Text($"mail-{kind.Word}") switch { "now" => NoticeMail.AtOnce, "daily" => NoticeMail.Daily, _ => NoticeMail.None });
        TimeOnly? daily = request.Text("daily") == "yes"
            ? TimeOnly.TryParseExact(request.Text("at"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : NoticeChoicesPage.UsualHour
            : null;
        await request.Service<NoticeBoard>().ChooseAsync(request.Person.Id, choices, daily, request.Cancellation);
        return request.GoTo("/account/notices", "notices-chosen");
    }
}
