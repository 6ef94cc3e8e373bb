using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;

namespace Storyprint.NewsroomPages.Health;

/// <summary>How the machine is: what <c>storyprint doctor</c> finds, and the room on its disk.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Access.Administrators, "/health", ShowAsync);

    private static async Task<IResult> ShowAsync(NewsroomRequest request)
    {
        var found = await request.Service<LatestExamination>().GetAsync(request.Query("look") == "again", request.Cancellation);
        return await request.PageAsync<HealthPage>(
            (nameof(HealthPage.At), found.At), (nameof(HealthPage.Findings), found.Findings), (nameof(HealthPage.Use), found.Use), (nameof(HealthPage.Growth), found.Growth));
    }
}
