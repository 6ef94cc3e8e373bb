using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;

namespace Storyprint.NewsroomPages.Setup;

/// <summary>The page that asks for what a new publication needs. It is there while there is no publication, and never after.</summary>
internal static class SetupRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Administrators, "/setup", request => WhileNewAsync(request, _ => PageAsync(request, new SetupForm { Language = request.Room.Language, TimeZone = TimeZoneInfo.Local.Id })));
        routes.MapPost(Access.Administrators, "/setup/preview", request => WhileNewAsync(request, _ => request.PageAsync<SetupPreview>((nameof(SetupPreview.Form), SetupForm.Read(request)))));
        routes.MapPost(Access.Administrators, "/setup", request => WhileNewAsync(request, setup => BeginAsync(request, setup)));
    }

    private static async Task<IResult> BeginAsync(NewsroomRequest request, PublicationSetup setup)
    {
        var form = SetupForm.Read(request);
        if (request.Text("act") == "preview" || form.Faults(request.Room.Texts).Count > 0)
        {
            return await PageAsync(request, form, request.Text("act") != "preview");
        }

        setup.Choose(form.ToPublication());
        return await request.PageAsync<SetupDonePage>((nameof(SetupDonePage.Name), form.Name));
    }

    private static Task<IResult> PageAsync(NewsroomRequest request, SetupForm form, bool hasFaults = false) => request.PageAsync<SetupPage>(
        hasFaults ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, (nameof(SetupPage.Form), form), (nameof(SetupPage.HasFaults), hasFaults));

    private static async Task<IResult> WhileNewAsync(NewsroomRequest request, Func<PublicationSetup, Task<IResult>> answer) =>
        request.Context.RequestServices.GetService<PublicationSetup>() is { } setup ? await answer(setup) : await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");
}
