using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage;

namespace Storyprint.NewsroomPages.Health;

/// <summary>How the machine is: what <c>storyprint doctor</c> finds, the keys, and where the public log stands.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Access.Administrators, "/health", ShowAsync);

    private static async Task<IResult> ShowAsync(NewsroomRequest request)
    {
        var stores = request.Service<Stores>();
        var findings = await request.Service<NewsroomParts>().ExamineAsync(request.Cancellation);
        return await request.PageAsync<HealthPage>(
            (nameof(HealthPage.Findings), (IReadOnlyList<HealthFinding>)[.. findings.OrderByDescending(finding => finding.Severity)]),
            (nameof(HealthPage.Keys), await stores.Keys.ListAsync(request.Cancellation)), (nameof(HealthPage.LogSize), await stores.Log.SizeAsync(request.Cancellation)));
    }
}
