using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.NewsroomPages.Frame;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.NewsroomPages.Setup;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.People.Links;
using Storyprint.Storage;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Home;

/// <summary>The first page: what waits, and what to do next in a newsroom that is new.</summary>
internal static class HomeRoutes
{
    private const int Shown = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/", ShowAsync);
        routes.MapGet(Access.Administrators, "/patterns", request => request.PageAsync<PatternsPage>());
    }

    private static async Task<IResult> ShowAsync(NewsroomRequest request)
    {
        if (request.Context.RequestServices.GetService<PublicationSetup>() is not null)
        {
            return request.GoTo("/setup");
        }

        var work = await request.Service<DeskWorkReader>().OfAsync(request.Person, Shown, request.Cancellation);
        var people = request.Person.Permissions.Holds(Grant.People) ? await request.Service<PersonDirectory>().ListAsync(request.Cancellation) : [];
        var invitations = request.Person.Permissions.Holds(Grant.People) ? await request.Service<OneTimeLinks>().OpenInvitationsAsync(request.Cancellation) : [];
        return await request.PageAsync<HomePage>(
            (nameof(HomePage.Work), work), (nameof(HomePage.EndedRights), await request.Service<Stores>().Library.CountEndedAsync(request.Cancellation)),
            (nameof(HomePage.IsAlone), request.Person.Permissions.Holds(Grant.People) && people.Count(person => person.DisabledAt is null) <= 1 && invitations.Count == 0));
    }
}
