using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Operations.Disk;
using Storyprint.Storage;

namespace Storyprint.NewsroomPages.Health;

/// <summary>How the machine is: what <c>storyprint doctor</c> finds, the keys, and where the public log stands.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Access.Administrators, "/health", ShowAsync);

    private static async Task<IResult> ShowAsync(NewsroomRequest request)
    {
        var stores = request.Service<Stores>();
        var parts = request.Service<NewsroomParts>();
        var use = await DiskUse.ReadAsync(parts.Installation, parts.Backups.Folder, parts.Imports.Jobs.Folder, TimeSpan.FromSeconds(1), request.Cancellation);
        var growth = new DiskGrowth(parts.Installation.Folder);
        growth.Note(request.Room.Now, use.Content);
        var findings = await parts.ExamineAsync(request.Cancellation);
        return await request.PageAsync<HealthPage>(
            (nameof(HealthPage.Findings), (IReadOnlyList<HealthFinding>)[.. findings.OrderByDescending(finding => finding.Severity)]),
            (nameof(HealthPage.Keys), await stores.Keys.ListAsync(request.Cancellation)), (nameof(HealthPage.LogSize), await stores.Log.SizeAsync(request.Cancellation)),
            (nameof(HealthPage.Use), use), (nameof(HealthPage.Growth), growth.Since(request.Room.Now, use.Content)));
    }
}
