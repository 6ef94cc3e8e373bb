using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Frame;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;

namespace Storyprint.NewsroomPages.Backups;

/// <summary>Backups: how old the last good one is, which there are, and to make, take away and delete one.</summary>
internal static class BackupRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Administrators, "/backups", request => request.PageAsync<BackupsPage>((nameof(BackupsPage.Runs), Runs(request)), (nameof(BackupsPage.Parts), request.Service<NewsroomParts>())));
        routes.MapPost(Access.Administrators, "/backups", request => Task.FromResult(Start(request)));
        routes.MapGet(Access.Administrators, "/backups/progress", request => Task.FromResult(Progress(request)));
        routes.MapGet(Access.Administrators.Confirmed, "/backups/{name}/download", DownloadAsync);
        routes.MapPost(Access.Administrators.Confirmed, "/backups/{name}/delete", async request =>
            await Runs(request).DeleteAsync(request.By, request.Route("name")) ? request.GoTo("/backups", "backup-deleted") : await NotFoundAsync(request));
    }

    private static IResult Start(NewsroomRequest request) => request.GoTo("/backups", Runs(request).Start(request.By) switch
    {
        BackupStart.Started => "backup-started",
        BackupStart.Busy => "backup-runs",
        _ => "backup-unwritable",
    });

    private static BackupRuns Runs(NewsroomRequest request) => request.Service<NewsroomParts>().Backups;

    private static IResult Progress(NewsroomRequest request) => Runs(request).Progress is { } step
        ? new ProgressAnswer(BackupWords.Step(request.Room, step), BackupWords.Percent(step), Ended: false).ToResult()
        : new ProgressAnswer(request.Room.T("backups.ended"), 100, Ended: true).ToResult();

    private static async Task<IResult> DownloadAsync(NewsroomRequest request)
    {
        if (Runs(request).Find(request.Route("name")) is not { } path)
        {
            return await NotFoundAsync(request);
        }

        // Whatever part is asked for. A browser that goes on with a broken download asks for many.
        if (!HttpMethods.IsHead(request.Context.Request.Method))
        {
            await request.Service<AuditStore>().AppendUnlessRecentAsync(request.By, AuditAct.BackupDownloaded, path, TimeSpan.FromHours(1), cancellation: request.Cancellation);
        }

        return Results.File(path, "application/x-tar", Path.GetFileName(path), enableRangeProcessing: true);
    }

    private static Task<IResult> NotFoundAsync(NewsroomRequest request) => request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");
}

/// <summary>What goes on in a backup, in the page's words.</summary>
internal static class BackupWords
{
    public static string Step(NewsroomContext room, StepProgress step) => step.What switch
    {
        "pictures" => room.T("backups.step.pictures", room.Dates.Number(step.Done), room.Dates.Number(step.Total)),
        _ when step.What.StartsWith("files", StringComparison.Ordinal) || step.What.StartsWith("entries", StringComparison.Ordinal) => room.T("backups.step.check"),
        _ => room.T("backups.step.database"),
    };

    public static int? Percent(StepProgress step) => step.Total > 0 ? (int)(100 * step.Done / step.Total) : null;
}
