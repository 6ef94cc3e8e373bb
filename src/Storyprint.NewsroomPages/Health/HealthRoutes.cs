using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;

namespace Storyprint.NewsroomPages.Health;

/// <summary>How the machine is: what <c>storyprint doctor</c> finds, and the room on its disk.</summary>
internal static class HealthRoutes
{
    // In a large archive the first look reads for a minute: nobody waits for it before an empty window.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Access.Administrators, "/health", ShowAsync);

    private static async Task<IResult> ShowAsync(NewsroomRequest request)
    {
        var looking = request.Service<LatestExamination>().GetAsync(request.Query("look") == "again", request.Cancellation);
        if (await Task.WhenAny(looking, Task.Delay(Patience, request.Cancellation)) != looking)
        {
            // The page that waits goes on when this answers with what was found.
            return await request.PageAsync<LookingPage>(request.Query("look") == "meanwhile" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }

        var found = await looking;
        return await request.PageAsync<HealthPage>(
            (nameof(HealthPage.At), found.At), (nameof(HealthPage.Findings), found.Findings), (nameof(HealthPage.Use), found.Use), (nameof(HealthPage.Growth), found.Growth));
    }
}
