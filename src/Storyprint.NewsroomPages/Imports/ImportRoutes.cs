using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Frame;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Operations.Imports;
using Storyprint.Storage.Audit;
using Storyprint.Stories.Archives;

namespace Storyprint.NewsroomPages.Imports;

/// <summary>Imports: an archive is brought, tried, and taken in.</summary>
internal static class ImportRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Administrators, "/import", request => ListAsync(request));
        routes.MapLargePost(Access.Administrators, "/import", UploadLimits.MaxFormBytes + (1 << 20), BringAsync);
        routes.MapPost(Access.Administrators, "/import/uploads", BeginAsync);
        UploadRoutes.Map(routes);
        routes.MapGet(Access.Administrators, "/import/{id}", request => WithJobAsync(request, job => ImportPages.JobAsync(request, job)));
        routes.MapGet(Access.Administrators, "/import/{id}/progress", request => WithJobAsync(request, job => Task.FromResult(Progress(request, job))));
        routes.MapGet(Access.Administrators, "/import/{id}/report", request => WithJobAsync(request, job => ReportAsync(request, job)));
        routes.MapPost(Access.Administrators, "/import/{id}/check", request => WithJobAsync(request, job => Task.FromResult(Start(request, job, isDryRun: true))));
        routes.MapPost(Access.Administrators, "/import/{id}/run", request => WithJobAsync(request, job => Task.FromResult(Start(request, job, isDryRun: false))));
        routes.MapPost(Access.Administrators, "/import/{id}/stop", request => WithJobAsync(request, job => StopAsync(request, job)));
        routes.MapPost(Access.Administrators, "/import/{id}/delete", request => WithJobAsync(request, job => DeleteAsync(request, job)));
    }

    internal static ImportRuns Runs(NewsroomRequest request) => request.Service<NewsroomParts>().Imports;

    internal static async Task<IResult> WithJobAsync(NewsroomRequest request, Func<ImportJob, Task<IResult>> answer) =>
        Runs(request).Jobs.Find(request.Route("id")) is { } job ? await answer(job) : await request.MessageAsync(StatusCodes.Status404NotFound, "import.unknown");

    private static Task<IResult> ListAsync(NewsroomRequest request, string? fault = null)
    {
        Runs(request).DeleteExpired();
        return request.PageAsync<ImportPage>(
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, (nameof(ImportPage.Jobs), Runs(request).Jobs.All), (nameof(ImportPage.Limits), Runs(request).Jobs.Limits), (nameof(ImportPage.Fault), fault));
    }

    // The files in one form: for browsers without script.
    private static async Task<IResult> BringAsync(NewsroomRequest request)
    {
        var files = request.Form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0).ToList();
        var (job, fault) = await CreateAsync(request, [.. files.Select(file => new UploadedFile(file.FileName, file.Length, 0))]);
        if (job is null)
        {
            return await ListAsync(request, fault);
        }

        foreach (var (file, content) in job.Files.Zip(files))
        {
            await using var stream = content.OpenReadStream();
            await Runs(request).Jobs.WriteAsync(job, file, stream, request.Cancellation);
        }

        return Start(request, job, isDryRun: true);
    }

    // The files come later, in pieces.
    private static async Task<IResult> BeginAsync(NewsroomRequest request)
    {
        var (job, fault) = await CreateAsync(request, Named(request.Text("list")));
        return Results.Json(new UploadAnswer(job is null ? null : request.Room.To($"/import/{job.Id}"), fault), NewsroomJson.Default.UploadAnswer, statusCode: job is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<(ImportJob? Job, string? Fault)> CreateAsync(NewsroomRequest request, IReadOnlyList<UploadedFile> files)
    {
        var archive = request.Text("archive") is { Length: > 0 } name ? name : null;
        if (archive is not null && !ArchiveIdentity.IsName(archive))
        {
            return (null, request.Room.T("import.fault.archive"));
        }

        var (jobs, now) = (Runs(request).Jobs, request.Room.Now);
        var (job, problem) = jobs.Create(new ImportJob
        {
            Id = ImportJobs.NewId(),
            By = request.By.Actor,
            CreatedAt = now,
            TouchedAt = now,
            Edition = request.Room.Publication.Edition(request.Text("edition"))?.Language,
            Archive = archive,
            DraftsOnly = request.Text("drafts") == "yes",
            Files = files,
        });
        if (job is null)
        {
            return (null, request.Room.T($"import.fault.{problem.ToString()!.ToLowerInvariant()}", ByteSize.Of(request.Room, jobs.Limits.MaxBytes)));
        }

        await request.Service<AuditStore>().AppendAsync(
            request.By, AuditAct.Uploaded, job.Id, after: string.Join(", ", job.Files.Take(10).Select(file => $"{file.Name} ({file.Size})")) + (job.Files.Count > 10 ? $", … {job.Files.Count}" : ""), cancellation: request.Cancellation);
        return (job, null);
    }

    private static IReadOnlyList<UploadedFile> Named(string list)
    {
        try
        {
            return [.. (JsonSerializer.Deserialize(list.Length == 0 ? "[]" : list, NewsroomJson.Default.NamedFileArray) ?? []).OfType<NamedFile>().Select(file => new UploadedFile(file.Name ?? string.Empty, file.Size, file.Modified))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IResult Progress(NewsroomRequest request, ImportJob job) => Runs(request).Progress(job.Id) is { } progress
        ? new ProgressAnswer(ImportPages.Words(request.Room, job, progress), (int)(progress.Read * 100), Ended: false).ToResult()
        : new ProgressAnswer(string.Empty, 100, Ended: true).ToResult();

    private static async Task<IResult> ReportAsync(NewsroomRequest request, ImportJob job)
    {
        var report = new ImportReportFile(Runs(request).Jobs.FolderOf(job.Id));
        return !report.IsThere ? await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found")
            : request.Query("form") == "json" ? Results.File(report.WholePath, "application/json", $"import-{job.Id}.json")
            : Results.Stream(report.WriteCsvAsync, "text/csv; charset=utf-8", $"import-{job.Id}.csv");
    }

    private static IResult Start(NewsroomRequest request, ImportJob job, bool isDryRun) =>
        request.GoTo($"/import/{job.Id}", Runs(request).Start(request.By, job, isDryRun) switch
        {
            ImportStart.Started => null,
            ImportStart.NotNow => "import-not-now",
            _ => "import-unwritable",
        });

    private static async Task<IResult> StopAsync(NewsroomRequest request, ImportJob job)
    {
        Runs(request).Stop(job.Id);

        // A batch that is being written is finished or taken back first, a second or so.
        await Task.WhenAny(Runs(request).EndedAsync(job.Id), Task.Delay(TimeSpan.FromSeconds(3), request.Cancellation));
        return request.GoTo($"/import/{job.Id}");
    }

    private static async Task<IResult> DeleteAsync(NewsroomRequest request, ImportJob job)
    {
        if (ImportLock.IsHeld(Runs(request).Jobs.FolderOf(job.Id)))
        {
            return request.GoTo($"/import/{job.Id}", "import-not-now");
        }

        Runs(request).Jobs.Delete(job);
        await request.Service<AuditStore>().AppendAsync(request.By, AuditAct.ImportDeleted, job.Id, cancellation: request.Cancellation);
        return request.GoTo("/import", "import-deleted");
    }
}
