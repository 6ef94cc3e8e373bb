using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.People.Sessions;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.People;

/// <summary>Everybody who is signed in, in every browser, and to end that.</summary>
internal static class SessionRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Holding(Grant.People), "/people/sessions", async request => await request.PageAsync<SessionsPage>(
            (nameof(SessionsPage.Sessions), await request.Service<SessionStore>().AllAsync(request.Cancellation)), (nameof(SessionsPage.Here), request.SessionDigest),
            (nameof(SessionsPage.Covered), (await request.Service<PersonDirectory>().ListAsync(request.Cancellation)).Where(person => request.Person.Permissions.Covers(person.Permissions)).Select(person => person.Id).ToHashSet())));
        routes.MapPost(Access.Holding(Grant.People).Confirmed, "/people/{id}/sessions/revoke", request => RevokeAsync(request, null));
        routes.MapPost(Access.Holding(Grant.People).Confirmed, "/people/{id}/sessions/{digest}/revoke", request => RevokeAsync(request, request.Route("digest")));
    }

    private static async Task<IResult> RevokeAsync(NewsroomRequest request, string? digest)
    {
        if (await request.Service<PersonDirectory>().FindAsync(request.Route("id"), request.Cancellation) is not { } person)
        {
            return await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");
        }

        if (!request.Person.Permissions.Covers(person.Permissions))
        {
            return await request.MessageAsync(StatusCodes.Status403Forbidden, "refused.not-allowed");
        }

        await request.Service<SessionStore>().RevokeAsync(request.By, person.Id, person.UserName, digest, null, request.Cancellation);
        return request.GoTo(request.Text("from") == "person" ? $"/people/{person.Id}" : "/people/sessions", "sessions-revoked");
    }
}
